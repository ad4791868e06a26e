using Briefing.Worker.Rendering.Text;

namespace Briefing.Integration.Tests.Rendering;

public class PlainTextLayoutTests
{
    private const string Sentence = "The harbour authority said on Monday that the works would last until the summer of the year after next.";

    [Theory]
    [InlineData("", "")]
    [InlineData("  3. ", "     ")]
    [InlineData("[12] ", "     ")]
    [InlineData("  - ", "    ")]
    [InlineData("  3. > ", "     > ")]
    [InlineData("  | ", "  | ")]
    [InlineData("1.2  ", "     ")]
    public void LinesHangUnderTheirText(string mark, string hanging)
    {
        var lines = PlainTextLayout.Fill(mark + Sentence).TrimEnd('\n').Split('\n');

        Assert.StartsWith(mark + "The harbour", lines[0], StringComparison.Ordinal);
        Assert.True(lines.Length > 1);
        Assert.All(lines.Skip(1), line => Assert.StartsWith(hanging, line, StringComparison.Ordinal));
        Assert.All(lines.Skip(1), line => Assert.NotEqual(' ', line[hanging.Length]));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, PlainTextLayout.Columns));
    }

    [Fact]
    public void AnAddressIsNeverBroken()
    {
        var address = "https://example.org/" + new string('a', 100);

        Assert.Contains($"\n    {address}\n", PlainTextLayout.Fill($"    See {address} for more"), StringComparison.Ordinal);
    }

    [Fact]
    public void AWordWiderThanTheColumnIs() =>
        Assert.All(PlainTextLayout.Fill("  - " + new string('x', 500)).Split('\n'), line => Assert.InRange(line.Length, 0, PlainTextLayout.Columns));

    [Fact]
    public void WideCharactersCountTwice()
    {
        var lines = PlainTextLayout.Fill(string.Concat(Enumerable.Repeat("森", 80))).TrimEnd('\n').Split('\n');

        Assert.All(lines, line => Assert.InRange(TextWidth.Of(line), 1, PlainTextLayout.Columns));
        Assert.Equal(36, lines[0].Length);
    }

    [Fact]
    public void EmptyLinesAreOneAndNoneEndsTheText() => Assert.Equal("a\n\nb\n", PlainTextLayout.Fill("\n\na\n\n\n\nb\n\n\n"));
}
