using System.Text;
using Briefing.Integration.Tests.Mail.Messages;
using Briefing.Integration.Tests.Rendering;

namespace Briefing.Integration.Tests.Mail.Dkim;

public class OpenDkimTests
{
    [MailServerFact]
    public void AllOf300SignaturesVerify()
    {
        var template = SomeDelivery.TemplateOf(SomeEdition.Full());
        var messages = Enumerable.Range(1, 300).Select(number => SomeDelivery.MessageFor(template, number, SomeKey.Signer)).ToList();

        var verdicts = OpenDkim.Verdicts(SomeKey.Key, messages);

        Assert.Equal(300, verdicts.Count);
        Assert.All(verdicts, verdict => Assert.Contains("verification (s=spring26, d=briefing.example, 2048-bit key) succeeded", verdict, StringComparison.Ordinal));
    }

    [MailServerFact]
    public void AChangedMessageDoesNot()
    {
        var message = Encoding.Latin1.GetString(SomeDelivery.MessageFor(SomeDelivery.TemplateOf(SomeEdition.Full()), 1, SomeKey.Signer));

        var verdicts = OpenDkim.Verdicts(SomeKey.Key, [Encoding.Latin1.GetBytes(message.Replace("v1.k1.1", "v1.k1.2", StringComparison.Ordinal))]);

        Assert.DoesNotContain("succeeded", Assert.Single(verdicts), StringComparison.Ordinal);
    }
}
