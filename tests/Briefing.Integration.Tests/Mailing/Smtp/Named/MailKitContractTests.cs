using Briefing.Worker.Mailing;
using Briefing.Worker.Mailing.Smtp;
using Briefing.Worker.Named.Mailing;

namespace Briefing.Integration.Tests.Mailing.Smtp.Named;

public sealed class MailKitContractTests : MailTransportContract
{
    private protected override IMailTransport Open(SmtpSettings settings) => new MailKitTransport(settings, TimeProvider.System);

    // It reads no answer before it has sent everything: what was said early is taken for the answer to the final dot.
    private protected override (string Told, SendStage Stage) EarlyWord(Misbehaviour how, string expected) => how switch
    {
        Misbehaviour.Later or Misbehaviour.Never => (expected, SendStage.FinalDot),
        Misbehaviour.Garbage => (Unknown, SendStage.FinalDot),
        Misbehaviour.Slow => (Accepted, SendStage.FinalDot),
        _ => (expected, SendStage.Content),
    };

    // It resets at once: what answers oddly is given up before the next message, which loses nothing by it.
    private protected override (string Told, int Connections) AfterReset(Misbehaviour how, string expected, int connections) =>
        how is Misbehaviour.Stall or Misbehaviour.Garbage ? (Accepted, 2) : (expected, connections);
}
