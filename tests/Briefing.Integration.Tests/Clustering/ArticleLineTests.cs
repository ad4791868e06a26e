using System.Text;
using Briefing.Core.Reprints;
using Briefing.Worker.Clustering;

namespace Briefing.Integration.Tests.Clustering;

public class ArticleLineTests
{
    // 2026-03-10T00:00:00Z
    private const long Midnight = 1_773_100_800;

    [Theory]
    [InlineData("2026-03-10", Midnight)]
    [InlineData("2026-03-10T06:00:00", Midnight + (6 * 3600))]
    [InlineData("2026-03-10T06:00:00Z", Midnight + (6 * 3600))]
    [InlineData("2026-03-10T06:00:00+05:00", Midnight + 3600)]
    [InlineData("last Tuesday", ArticleLine.Undated)]
    public void AnHourWithoutAZoneIsUtcWhateverTheMachines(string published, long expected)
    {
        var line = new ArticleLine(new Utf8Tokenizer());

        Assert.Null(line.Read(Encoding.UTF8.GetBytes($$"""{"id":1,"published":"{{published}}","text":"Some words."}""")));
        Assert.Equal(expected, line.Published);
    }
}
