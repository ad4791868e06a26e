using System.Globalization;
using Briefing.Core.Language;
using Briefing.Core.Stories.Claims;
using NodaTime;

namespace Briefing.Core.Stories.Differences;

internal enum Harm
{
    Killed,
    Injured,
}

/// <summary>How many people an event killed or hurt.</summary>
internal sealed record Toll(Harm Harm, Figure Figure)
{
    public bool Agrees(Toll other) => Harm == other.Harm && Figure.IsCompatibleWith(other.Figure);
}

/// <summary>
/// Reads tolls, however they are told: "killing at least 14", "17 people have died", "the death toll rose to 17". Only people in
/// general are counted (not the children or soldiers among them), and nothing that may be of another time or has not happened.
/// </summary>
internal static class TollReader
{
    private const int Reach = 5;

    private static readonly WordSet Killed = WordSet.Of("killed dead died deaths fatalities perished");
    private static readonly WordSet Injured = WordSet.Of("injured wounded hurt injuries");
    private static readonly WordSet Killing = WordSet.Of("killed killing kills toll");
    private static readonly WordSet TakingLives = WordSet.Of("claimed claiming claims cost took taking");
    private static readonly WordSet Injuring = WordSet.Of("injured injuring injures wounded wounding wounds hurt hurting");

    // All words of which a statement that tells a toll has one.
    private static readonly WordSet OfHarm = WordSet.Of("killed dead died deaths fatalities perished killing kills toll injured wounded hurt injuries injuring injures wounding wounds hurting lives");

    // Between a number and the word that says what became of them.
    private static readonly WordSet Between = WordSet.Of(
        "have has had been were was are is be being now also so far already reportedly confirmed people persons at least more than about some around nearly almost " +
        "rose risen rises rising climbed to stands stood at reached of the as lives up over");

    private static readonly WordSet Counted = WordSet.Of("people persons person dead deaths fatalities killed injured wounded hurt injuries lives died");

    // "Killed three others", "including two": a part of the toll.
    private static readonly WordSet Parts = WordSet.Of("other others another more further additional including among them these those both each every");
    private static readonly WordSet PartsOf = WordSet.Of("one some most many all half none each");

    private static readonly WordSet OtherTimes = WordSet.Of(
        "since year years month months decade decades century annually average earlier previous previously past history could may might would feared if");

    public static List<Toll> Read(Wording wording)
    {
        var statement = wording.Statement;
        var tolls = new List<Toll>();
        if (!Mentions(statement) || IsOfOtherTime(wording))
            return tolls;
        foreach (var figure in statement.Figures)
        {
            if (figure.Unit.Symbol is null && figure.Value >= 1 && figure.Value == decimal.Truncate(figure.Value) && HarmOf(statement, figure) is { } harm)
                tolls.Add(new Toll(harm, figure));
        }

        return tolls;
    }

    // Facts are read only of the few statements that speak of such things.
    private static bool Mentions(Statement statement) =>
        Array.Exists(statement.Forms, form => OfHarm.Contains(form.Folded));

    private static bool IsOfOtherTime(Wording wording)
    {
        var statement = wording.Statement;
        for (var at = 0; at < statement.Count; at++)
        {
            if ((OtherTimes.Contains(statement.Forms[at].Folded) && !statement.IsInDate(at)) || IsOtherYear(statement.Words[at], wording.Published))
                return true;
        }

        return statement.Dates.Exists(date => date.Shift is { Unit: DateUnit.Month or DateUnit.Year } || (date.Year is { } year && year != wording.Published?.Year));
    }

    // "The tsunami of 2004", "in 2011"
    private static bool IsOtherYear(Word word, LocalDate? published) =>
        word is { IsNumber: true, Text.Length: 4 } && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is > 1800 and < 2100 && year != published?.Year;

    private static Harm? HarmOf(Statement statement, Figure figure)
    {
        var first = statement.Words.FindIndex(word => word.Span.Start >= figure.Span.Start);
        var end = statement.Words.FindIndex(first, word => word.Span.Start >= figure.Span.End);
        if (end < 0)
            end = statement.Count;
        if (IsPart(statement, first, end))
            return null;
        // What is counted stands within the figure: "14 people", "14 dead".
        var number = first;
        while (number < end && !IsNumber(statement, number))
            number++;
        var ofLives = end < statement.Count && statement.Forms[end].Folded == "lives";
        for (var at = number; at < end; at++)
        {
            if (IsNumber(statement, at))
                continue;
            var word = statement.Forms[at].Folded;
            if (!Counted.Contains(word))
                return null;
            if (Of(word, Killed, Injured) is { } told)
                return told;
            ofLives |= word == "lives";
        }

        return Behind(statement, end) ?? Before(statement, first, ofLives);
    }

    private static Harm? Behind(Statement statement, int end)
    {
        for (var at = end; at < Math.Min(statement.Count, end + Reach) && IsClose(statement, at); at++)
        {
            var word = statement.Forms[at].Folded;
            if (Of(word, Killed, Injured) is { } told)
                return told;
            if (!Between.Contains(word))
                return null;
        }

        return null;
    }

    private static Harm? Before(Statement statement, int first, bool ofLives)
    {
        for (var at = first - 1; at >= Math.Max(0, first - Reach) && IsClose(statement, at + 1); at--)
        {
            var word = statement.Forms[at].Folded;
            ofLives |= word == "lives";
            if (ofLives && TakingLives.Contains(word))
                return Harm.Killed;
            // "Who was killed 20 …" tells something else.
            if (Of(word, Killing, Injuring) is { } told)
                return at > 0 && statement.Forms[at - 1].Folded is "was" or "were" or "is" or "are" or "been" ? null : told;
            if (!Between.Contains(word))
                return null;
        }

        return null;
    }

    private static bool IsPart(Statement statement, int first, int end)
    {
        if (first > 0 && (Parts.Contains(statement.Forms[first - 1].Folded) || IsPartOf(statement, first - 1)))
            return true;
        return end < statement.Count && IsClose(statement, end) && (statement.Forms[end].Folded == "of" || Parts.Contains(statement.Forms[end].Folded));
    }

    // "Three of 14", not "a toll of 14".
    private static bool IsPartOf(Statement statement, int of) =>
        statement.Forms[of].Folded == "of" && of > 0 && (IsNumber(statement, of - 1) || PartsOf.Contains(statement.Forms[of - 1].Folded));

    private static bool IsNumber(Statement statement, int at) =>
        statement.Words[at].IsNumber || NumberReader.IsSmall(statement.Forms[at].Folded) || NumberReader.IsScale(statement.Forms[at].Folded);

    // Nothing but a blank stands before the word.
    private static bool IsClose(Statement statement, int at) => at > 0 && statement.TextBetween(at - 1, at) is " " or "-";

    private static Harm? Of(string word, WordSet killed, WordSet injured) =>
        killed.Contains(word) ? Harm.Killed : injured.Contains(word) ? Harm.Injured : null;
}
