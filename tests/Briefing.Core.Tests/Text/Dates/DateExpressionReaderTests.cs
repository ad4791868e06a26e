using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using NodaTime;

namespace Briefing.Core.Tests.Text.Dates;

public class DateExpressionReaderTests
{
    // A Monday.
    private static readonly LocalDate Published = new(2026, 2, 2);

    [Theory]
    [InlineData("They met on Saturday.", "Saturday", "2026-01-31")]
    [InlineData("They met on Monday.", "Monday", "2026-02-02")]
    [InlineData("They will meet on Thursday.", "Thursday", "2026-02-05")]
    [InlineData("They met on January 29.", "January 29", "2026-01-29")]
    [InlineData("They met on Jan. 29, 2026 in Oslo.", "Jan. 29, 2026", "2026-01-29")]
    [InlineData("They met on 29 January.", "29 January", "2026-01-29")]
    [InlineData("They met on December 30.", "December 30", "2025-12-30")]
    [InlineData("They met yesterday.", "yesterday", "2026-02-01")]
    [InlineData("They met on Thursday, January 29.", "Thursday, January 29", "2026-01-29")]
    public void ADayIsReadByTheDayOfPublication(string sentence, string shown, string day)
    {
        var date = Assert.Single(Read(sentence));

        Assert.Equal(shown, date.Span.Of(sentence));
        Assert.True(date.IsDay);
        var read = date.Resolve(Published);
        Assert.NotNull(read);
        Assert.Equal(NodaTime.Text.LocalDatePattern.Iso.Parse(day).Value, read.Start);
        Assert.Equal(1, read.Length);
    }

    [Theory]
    [InlineData("It was agreed last month.", "2026-01-01", "2026-01-31")]
    [InlineData("It was announced in October.", "2025-10-01", "2025-10-31")]
    [InlineData("It will fly by 2027.", "2027-01-01", "2027-12-31")]
    [InlineData("They will meet this year.", "2026-01-01", "2026-12-31")]
    [InlineData("They met last week.", "2026-01-26", "2026-02-01")]
    public void AStretchIsReadWhole(string sentence, string start, string end)
    {
        var read = Assert.Single(Read(sentence)).Resolve(Published);

        Assert.NotNull(read);
        Assert.Equal((start, end), (NodaTime.Text.LocalDatePattern.Iso.Format(read.Start), NodaTime.Text.LocalDatePattern.Iso.Format(read.End)));
    }

    [Fact]
    public void WithoutADayOfPublicationAWeekdayStaysOpen() => Assert.Null(Read("They met on Saturday.")[0].Resolve(null));

    [Fact]
    public void ADayThatDoesNotExistIsNotRead() => Assert.Null(Read("They met on February 30, 2026.")[0].Resolve(Published));

    [Theory]
    [InlineData("They may march in the town.")]
    [InlineData("Sat down to talk, they mar nothing.")]
    public void VerbsAreNoMonths(string sentence) => Assert.Empty(Read(sentence));

    private static List<DateExpression> Read(string sentence)
    {
        var words = Tokenizer.Words(sentence);
        return DateExpressionReader.Read(sentence, words.ConvertAll(word => word.Folded), words);
    }
}
