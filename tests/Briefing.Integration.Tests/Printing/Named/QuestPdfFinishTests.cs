using System.Text;
using Briefing.Worker.Printing.Quest;

namespace Briefing.Integration.Tests.Printing.Named;

/// <summary>Over files as QuestPDF's engine (Skia) writes them.</summary>
public class QuestPdfFinishTests
{
    [Theory]
    [InlineData("<81B14AAFA313DB63DBD6F981E49F94F4> <81B14AAFA313DB63DBD6F981E49F94F4>")]
    [InlineData(@"(abc\)\\[]\012efghijk) (abc\)\\[]\012efghijk)")]
    public void ChanceIdentifiersGiveWayAndNothingElseDoes(string identifiers)
    {
        var settled = Settled("81b14aaf-a313-3b63-9bd6-f981e49f94f4", identifiers);

        Assert.Equal(Settled("00112233-4455-3677-8899-aabbccddeeff", "<00112233445536778899AABBCCDDEEFF> <00112233445536778899AABBCCDDEEFF>"), settled);
        Assert.DoesNotContain("81b14aaf-", settled, StringComparison.Ordinal);
        Assert.Contains("(1.1 A headline with /ID [ in it)", settled, StringComparison.Ordinal);
        Assert.Contains("(http://news.example/?id=uuid:12345678-1234-1234-1234-123456789012)", settled, StringComparison.Ordinal);
        Assert.Matches(@"/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]>>\nstartxref\n9\n%%EOF\n$", settled);
    }

    [Fact]
    public void PagesAreCountedAndNotWhatIsSaidOfThem() => Assert.Equal(2, QuestPdfFinish.PagesOf(Encoding.Latin1.GetBytes(
        "<</Type /Pages\n/Count 2>>\n<</Type /Page\n/Rotate 0>>\n<</Type /Page\n/Rotate 0>>\n<</Title (<</Type /Page \\012)>>\n")));

    private static string Settled(string uuid, string identifiers) => Encoding.Latin1.GetString(QuestPdfFinish.Settle(Encoding.Latin1.GetBytes(
        $"%PDF-1.4\n<xmpMM:DocumentID>uuid:{uuid}</xmpMM:DocumentID>\n<xmpMM:InstanceID>uuid:{uuid}</xmpMM:InstanceID>\n" +
        "<</Title (1.1 A headline with /ID [ in it)\n/URI (http://news.example/?id=uuid:12345678-1234-1234-1234-123456789012)>>\n" +
        $"trailer\n<</Size 4\n/Root 3 0 R\n/Info 1 0 R\n/ID [{identifiers}]>>\nstartxref\n9\n%%EOF\n")));
}
