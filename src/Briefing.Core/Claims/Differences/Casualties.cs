using System.Globalization;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;
using NodaTime;

namespace Briefing.Core.Claims.Differences;

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
/// Reads tolls, however they are reported: "killing at least 14", "17 people have died", "the death toll rose to 17". Only people in
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

    public static List<Toll> Read(ComparableClause clause)
    {
        var statement = clause.Sentence;
        var tolls = new List<Toll>();
        if (!Mentions(statement) || IsOfOtherTime(clause))
            return tolls;
        foreach (var figure in statement.Figures)
        {
            if (figure.Unit.Symbol is null && figure.Value >= 1 && figure.Value == decimal.Truncate(figure.Value) && HarmOf(statement, figure) is { } harm)
                tolls.Add(new Toll(harm, figure));
        }

        return tolls;
    }

    // Facts are read only of the few statements that speak of such things.
    private static bool Mentions(Sentence statement) =>
        Array.Exists(statement.Forms, form => OfHarm.Contains(form.Folded));

    private static bool IsOfOtherTime(ComparableClause clause)
    {
        var statement = clause.Sentence;
        for (var at = 0; at < statement.Count; at++)
        {
            if ((OtherTimes.Contains(statement.Forms[at].Folded) && !statement.IsInDate(at)) || IsOtherYear(statement.Words[at], clause.Published))
                return true;
        }

        return statement.Dates.Exists(date => date.Shift is { Unit: DateUnit.Month or DateUnit.Year } || (date.Year is { } year && year != clause.Published?.Year));
    }

    // "The tsunami of 2004", "in 2011"
    private static bool IsOtherYear(Word word, LocalDate? published) =>
        word is { IsNumber: true, Text.Length: 4 } && int.TryParse(word.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is > 1800 and < 2100 && year != published?.Year;

    private static Harm? HarmOf(Sentence statement, Figure figure)
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

    private static Harm? Behind(Sentence statement, int end)
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

    private static Harm? Before(Sentence statement, int first, bool ofLives)
    {
        for (var at = first - 1; at >= Math.Max(0, first - Reach) && IsClose(statement, at + 1); at--)
        {
            var word = statement.Forms[at].Folded;
            ofLives |= word == "lives";
            if (ofLives && TakingLives.Contains(word))
                return Harm.Killed;
            // "Who was killed 20 …" says something else.
            if (Of(word, Killing, Injuring) is { } told)
                return at > 0 && statement.Forms[at - 1].Folded is "was" or "were" or "is" or "are" or "been" ? null : told;
            if (!Between.Contains(word))
                return null;
        }

        return null;
    }

    private static bool IsPart(Sentence statement, int first, int end)
    {
        if (first > 0 && (Parts.Contains(statement.Forms[first - 1].Folded) || IsPartOf(statement, first - 1)))
            return true;
        return end < statement.Count && IsClose(statement, end) && (statement.Forms[end].Folded == "of" || Parts.Contains(statement.Forms[end].Folded));
    }

    // "Three of 14", not "a toll of 14".
    private static bool IsPartOf(Sentence statement, int of) =>
        statement.Forms[of].Folded == "of" && of > 0 && (IsNumber(statement, of - 1) || PartsOf.Contains(statement.Forms[of - 1].Folded));

    private static bool IsNumber(Sentence statement, int at) =>
        statement.Words[at].IsNumber || NumberReader.IsSmall(statement.Forms[at].Folded) || NumberReader.IsScale(statement.Forms[at].Folded);

    // Nothing but a blank stands before the word.
    private static bool IsClose(Sentence statement, int at) => at > 0 && statement.TextBetween(at - 1, at) is " " or "-";

    private static Harm? Of(string word, WordSet killed, WordSet injured) =>
        killed.Contains(word) ? Harm.Killed : injured.Contains(word) ? Harm.Injured : null;
}

/// <summary>
/// Compares how many the event itself killed or hurt, where no two sentences say the same. An account that tells two tolls of a
/// kind reports two events, or a toll that rose, and is not compared.
/// </summary>
internal static class EventToll
{
    // Accounts of one event differ by less: what is this many times as much is the toll of another.
    private const decimal OtherEvent = 3;

    /// <summary>At most one for each kind of harm, of two variants or more.</summary>
    public static IEnumerable<DraftDifference> Differences(IReadOnlyList<DraftClaim> claims)
    {
        var told = claims.SelectMany(Told).ToList();
        foreach (var harm in Enum.GetValues<Harm>())
        {
            if (Difference(told.FindAll(mention => mention.Toll.Harm == harm)) is { } difference)
                yield return difference;
        }
    }

    private static DraftDifference? Difference(List<Mentioned> told)
    {
        var variants = new List<(Toll Toll, DraftVariant Variant, int Accounts)>();
        foreach (var account in told.GroupBy(mention => mention.Rank).OrderBy(account => account.Key))
        {
            var first = account.First();
            if (account.Any(mention => !mention.Toll.Agrees(first.Toll)))
                continue;
            var known = variants.FindIndex(variant => variant.Toll.Agrees(first.Toll));
            if (known < 0)
            {
                known = variants.Count;
                variants.Add((first.Toll, new DraftVariant(first.Mention, Note: null, []), 0));
            }

            var (toll, variant, accounts) = variants[known];
            variants[known] = (toll, variant, accounts + 1);
            variant.Claims.AddRange(account.Select(mention => mention.Mention.Claim).Except(variant.Claims).ToList());
        }

        if (variants.Count < 2)
            return null;
        var usual = variants.MaxBy(variant => variant.Accounts).Toll.Figure.Value;
        var kept = variants.FindAll(variant => variant.Toll.Figure.Value < usual * OtherEvent && usual < variant.Toll.Figure.Value * OtherEvent).ConvertAll(variant => variant.Variant);
        var isTold = kept.Count > 1 && kept.SelectMany(variant => variant.Claims).GroupBy(claim => claim).All(claim => claim.Count() == 1);
        return isTold ? new DraftDifference(DifferenceKind.Figure, kept, IsOfOneStatement: false) : null;
    }

    // Of a claim's wordings all that stand whole in an account.
    private static IEnumerable<Mentioned> Told(DraftClaim claim)
    {
        foreach (var carried in claim.Occurrences.Where(carried => carried.Span == carried.PassageOccurrence.Passage.Span))
        {
            foreach (var toll in TollReader.Read(carried.DistinctSentence.ComparableClause))
                yield return new Mentioned(carried.PassageOccurrence.Rank, toll, new FactMention(DifferenceKind.Figure, claim, carried.DistinctSentence, toll.Figure.Span, toll));
        }
    }

    private sealed record Mentioned(int Rank, Toll Toll, FactMention Mention);
}
