using Briefing.Worker.Rendering.Text;

namespace Briefing.Integration.Tests.Rendering;

public class DisplayTextTests
{
    [Theory]
    [InlineData("Plain text, “quoted” – with Åsa and Łódź…")]
    [InlineData("森 健二 met محمد علي in Ελλάδα")]
    [InlineData("e\u0301clair and Tiếng Việt")]
    [InlineData("👩‍🚀 lifts off")]
    [InlineData("")]
    public void OrdinaryTextStays(string text) => Assert.Equal(text, DisplayText.Clean(text));

    [Theory]
    [InlineData("a\0b", "ab")]
    [InlineData("a\u0007\u001B[31mb", "a[31mb")]
    [InlineData("one\r\n\t two\u2028three\u00A0four ", "one two three\u00A0four")]
    [InlineData("  padded  ", "padded")]
    public void ControlCharactersGoAndSpaceIsOne(string text, string expected) => Assert.Equal(expected, DisplayText.Clean(text));

    [Theory]
    [InlineData("exe.\u202Etxt\u202C.gpj")]
    [InlineData("a\u202Ab\u202Bc\u202Dd\u2066e\u2067f\u2068g\u2069h")]
    [InlineData("soft\u00ADhyphen, zero\u200Bwidth, bom\uFEFF, tag\U000E0041")]
    public void NothingInvisibleOrReversingIsLeft(string text) =>
        Assert.DoesNotContain(DisplayText.Clean(text), c => c is '\u00AD' or '\u200B' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u206F') or '\uDB40');

    [Fact]
    public void AHalfOfACharacterBecomesTheReplacement() => Assert.Equal("a\uFFFDb", DisplayText.Clean("a\uD83Db"));

    [Fact]
    public void ALongWordCanBreak()
    {
        var clean = DisplayText.Clean(new string('x', 10_000));

        Assert.All(clean.Split('\u200B'), piece => Assert.InRange(piece.Length, 1, DisplayText.LongestWord));
        Assert.Equal(10_000, clean.Count(c => c == 'x'));
    }

    [Fact]
    public void MarksThatPileUpAreCutDown() =>
        Assert.InRange(DisplayText.Clean("Z" + new string('\u0335', 500) + "algo").Length, 5, 20);

    [Theory]
    [InlineData("Short", 10, "Short")]
    [InlineData("A headline that goes on", 12, "A headline…")]
    [InlineData("Unbreakableheadline", 10, "Unbreakab…")]
    public void LongTextIsCutAtAWord(string text, int longest, string expected) => Assert.Equal(expected, DisplayText.Shorten(text, longest));
}
