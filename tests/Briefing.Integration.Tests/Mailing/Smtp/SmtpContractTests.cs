using Briefing.Worker.Mailing;
using Briefing.Worker.Mailing.Smtp;

namespace Briefing.Integration.Tests.Mailing.Smtp;

public sealed class SmtpContractTests : MailTransportContract
{
    private protected override IMailTransport Open(SmtpSettings settings) => new SmtpTransport(settings, TimeProvider.System);
}
