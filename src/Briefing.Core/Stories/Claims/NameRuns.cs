using System.Collections.Frozen;
using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>Proper names of a statement: neighbouring words with capitals, without the titles before them.</summary>
internal static class NameRuns
{
    private static readonly FrozenSet<string> Titles = WordTables.Set(
        """
        president prime minister premier chancellor king queen prince princess secretary foreign defense finance interior general
        ambassador governor senator mayor chief executive director chairman chairwoman chair judge justice pope cardinal bishop
        captain colonel major lieutenant sergeant commander admiral professor representative congressman congresswoman deputy vice
        leader spokesman spokeswoman spokesperson attorney police officer former state first lady
        """);

    /// <summary>The names in order, each with the indices of its words. A state before a person ("Norland's Torvald") is a name of its own.</summary>
    public static List<NameRun> Of(Statement statement)
    {
        var runs = new List<NameRun>();
        for (var at = 0; at < statement.Count; at++)
        {
            if (!statement.IsName[at])
                continue;
            var first = at;
            while (NextOf(statement, at) is { } next)
                at = next;
            Add(statement, first, at, runs);
        }

        return runs;
    }

    private static void Add(Statement statement, int first, int last, List<NameRun> runs)
    {
        var core = new List<int>(4);
        var countries = new List<int>(1);
        var titled = false;
        for (var at = first; at <= last; at++)
        {
            if (statement.Stems[at] < 0 || !statement.IsName[at])
                continue;
            if (IsCountry(statement, at))
                countries.Add(at);
            else if (Titles.Contains(statement.Forms[at].Folded))
                titled = true;
            else
                core.Add(at);
        }

        // "Norland President Ana Torvald": the state belongs to the office, and the person is the name.
        if (core.Count > 0)
            runs.Add(new NameRun(first, last, [.. core], titled));
        if (core.Count == 0 || !titled)
        {
            foreach (var country in countries)
                runs.Add(new NameRun(country, country, [country], false));
        }
    }

    // The next word of the same name: "Bank of England" goes on behind "of".
    private static int? NextOf(Statement statement, int at)
    {
        if (at + 1 >= statement.Count || !IsAdjacent(statement, at + 1))
            return null;
        if (statement.IsName[at + 1] || statement.Stems[at + 1] < 0)
            return at + 1;
        return statement.Forms[at + 1].Folded == "of" && at + 2 < statement.Count && statement.IsName[at + 2] && !IsCountry(statement, at)
            && IsAdjacent(statement, at + 2) ? at + 2 : null;
    }

    private static bool IsCountry(Statement statement, int at) =>
        statement.Forms[at].Country is not null || (at + 1 < statement.Count && statement.Stems[at + 1] < 0);

    private static bool IsAdjacent(Statement statement, int at) =>
        statement.Words[at].Span.Start - statement.Words[at - 1].Span.End <= 3
        && statement.Text.AsSpan(statement.Words[at - 1].Span.End, statement.Words[at].Span.Start - statement.Words[at - 1].Span.End)
            is " " or "-" or "'s " or "\u2019s " or ". " or "\u00A0" or "." or " .";
}

/// <param name="Words">The words that name it, titles left out. Never empty.</param>
/// <param name="IsTitled">Whether a title stands with it: a person in an office.</param>
internal readonly record struct NameRun(int First, int Last, int[] Words, bool IsTitled)
{
    /// <summary>The word a later mention would use: a surname, the head of a body's name.</summary>
    public int Head => Words[^1];
}
