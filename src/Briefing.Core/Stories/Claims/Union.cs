using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>Whether several statements together say all that one says, so that it adds nothing beside them.</summary>
internal static class Union
{
    /// <summary>Of the content words so many must be said by the parts; more than for one statement, since words picked from several fit by chance.</summary>
    public const double Enough = 0.8;

    /// <summary>A passage that says less than this share of a claim is no account of it.</summary>
    public const double MostOfIt = 0.5;

    private const int MostParts = 3;

    // A statement that gives less than this to the whole is no part of it.
    private const int LeastWords = 2;

    /// <summary>The parts and which stretch of <paramref name="whole"/> each says; null when something would be lost.</summary>
    public static List<UnionPart>? Cover(Wording whole, IReadOnlyList<Wording> statements)
    {
        var open = whole.Content.Where(word => !Coverage.IsFact(whole, word)).ToList();
        var total = open.Count;
        var chosen = new List<UnionPart>();
        while (chosen.Count < MostParts)
        {
            var (index, given) = MostGiving(whole, open, statements, chosen);
            if (given.Count < LeastWords)
                break;
            chosen.Add(new UnionPart(index, Stretch(whole, given)));
            open.RemoveAll(given.Contains);
            if (total - open.Count >= Enough * total && chosen.Count > 1 && KeepsAllFacts(whole, statements, chosen))
                return chosen;
        }

        return null;
    }

    private static (int Index, List<int> Given) MostGiving(Wording whole, List<int> open, IReadOnlyList<Wording> statements, List<UnionPart> chosen)
    {
        var (index, most) = (-1, new List<int>());
        for (var at = 0; at < statements.Count; at++)
        {
            if (chosen.Exists(part => part.Index == at))
                continue;
            var given = open.FindAll(word => statements[at].Has(whole.StemAt(word)));
            if (given.Count > most.Count && !FactComparison.Of(whole, statements[at]).IsInConflict)
                (index, most) = (at, given);
        }

        return (index, most);
    }

    private static bool KeepsAllFacts(Wording whole, IReadOnlyList<Wording> statements, List<UnionPart> chosen)
    {
        var comparisons = chosen.ConvertAll(part => FactComparison.Of(whole, statements[part.Index]));
        return whole.Statement.Figures.All(figure => comparisons.Exists(one => !one.LostFigures.Contains(figure)))
            && whole.Statement.Dates.All(date => comparisons.Exists(one => !one.LostDates.Contains(date)))
            && whole.Names.TrueForAll(name => comparisons.Exists(one => !one.LostNames.Contains(name)))
            && comparisons.Exists(one => !one.LosesCondition);
    }

    // The clauses in which the words given stand.
    private static TextSpan Stretch(Wording whole, List<int> given)
    {
        var clauses = Clauses.Of(whole.Statement);
        var first = clauses.Find(clause => given[0] < clause.End).First;
        var end = clauses.Find(clause => given[^1] < clause.End).End;
        return Clauses.SpanOf(whole.Statement, first, end);
    }
}

/// <param name="Index">Of the statement among those offered.</param>
/// <param name="Part">The stretch of the whole that it says.</param>
internal sealed record UnionPart(int Index, TextSpan Part);
