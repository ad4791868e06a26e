using Briefing.Worker.Subscribers;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Subscribers;

public class CsvTests
{
    // Cells between |, records between /, a fault in brackets.
    [Theory]
    [InlineData("a,b\nc,d\n", "1:a|b/2:c|d")]
    [InlineData("a,b\r\nc,d", "1:a|b/2:c|d")]
    [InlineData("a\rb\r", "1:a/2:b")]
    [InlineData("\uFEFFa,b\n", "1:a|b")]
    [InlineData("\n\r\na\n\n", "3:a")]
    [InlineData("\"a,b\",\"c\"\"d\"\n", "1:a,b|c\"d")]
    [InlineData("\"a\nb\",c\nd\n", "1:a\nb|c/3:d")]
    [InlineData("\"a\r\nb\"\r\nd\r\n", "1:a\r\nb/3:d")]
    [InlineData("a,\n,\n", "1:a|/2:|")]
    [InlineData("a \"b\" c\n", "1:a \"b\" c")]
    [InlineData("a\n\"b\nc\nd\n", "1:a/2:[a quote is opened here and not closed]/3:c/4:d")]
    [InlineData("\"a\"b,c\nd\n", "1:[after a closing quote a comma or the line's end should follow]/2:d")]
    [InlineData("", "")]
    public void RecordsAreReadWithTheirLines(string text, string expected) => Assert.Equal(
        expected,
        string.Join('/', CsvReader.Read(text).Select(record => $"{record.Line}:{(record.Fault is null ? string.Join('|', record.Cells) : $"[{record.Fault}]")}")));

    [Fact]
    public void OpenQuotesOnEveryLineCostNoMoreThanTheLinesAreLong()
    {
        var text = string.Concat(Enumerable.Repeat("\"\"\"a\n", 20_000));

        Assert.All(CsvReader.Read(text), record => Assert.NotEqual(0, record.Line));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-x", "'-x")]
    [InlineData("@sum", "'@sum")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("a=b", "a=b")]
    [InlineData("'", "'")]
    public void NoCellOpensAFormula(string cell, string guarded)
    {
        Assert.Equal(guarded, FormulaGuard.Guard(cell));
        Assert.Equal(cell, FormulaGuard.Undo(guarded));
    }

    [Fact]
    public void GuardedAndWrittenCellsComeBackAsTheyWere() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Elements("=", "+", "-", "@", "'", "\"", ",", ";", "\n", "\r", "\t", " ", "a", "é", "東", "\uFEFF").ListOf().Select(string.Concat).NonEmptyListOf().ToArbitrary(),
        cells =>
        {
            // A record of one empty cell is a blank line, which is none.
            string[] row = ["x", .. cells];
            var read = CsvReader.Read(CsvWriter.Line(row.Select(FormulaGuard.Guard))).Single();
            return read.Fault is null && row.SequenceEqual(read.Cells.Select(FormulaGuard.Undo));
        }));
}
