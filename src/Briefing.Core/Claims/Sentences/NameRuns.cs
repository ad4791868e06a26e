using System.Collections.Frozen;
using Briefing.Core.Text;

namespace Briefing.Core.Claims.Sentences;

/// <summary>Proper names of a statement: neighbouring words with capitals, without the titles before them.</summary>
internal static class NameRuns
{
    private static readonly FrozenSet<string> Titles = WordTables.Set(Lexicon.Text("titles"));

    /// <summary>The names in order, each with the indices of its words. A state before a person ("Norland's Torvald") is a name of its own.</summary>
    public static List<NameRun> Of(Sentence statement)
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

    private static void Add(Sentence statement, int first, int last, List<NameRun> runs)
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
    private static int? NextOf(Sentence statement, int at)
    {
        if (at + 1 >= statement.Count || !IsAdjacent(statement, at + 1))
            return null;
        if (statement.IsName[at + 1] || statement.Stems[at + 1] < 0)
            return at + 1;
        return statement.Forms[at + 1].Folded == "of" && at + 2 < statement.Count && statement.IsName[at + 2] && !IsCountry(statement, at)
            && IsAdjacent(statement, at + 2) ? at + 2 : null;
    }

    private static bool IsCountry(Sentence statement, int at) =>
        statement.Forms[at].Country is not null || (at + 1 < statement.Count && statement.Stems[at + 1] < 0);

    private static bool IsAdjacent(Sentence statement, int at) =>
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

/// <summary>
/// Which words the texts themselves write as names: with a capital inside a sentence more often than without. It decides for
/// words that open a sentence, where the capital says nothing.
/// </summary>
internal sealed class NameUse
{
    private readonly List<Sentence> _unread = [];
    private readonly Dictionary<string, int> _balance = new(StringComparer.Ordinal);

    /// <summary>Takes note of a sentence; it is read when the first question comes.</summary>
    public void Add(Sentence statement) => _unread.Add(statement);

    public bool IsName(WordForm form)
    {
        foreach (var statement in _unread)
            Read(statement);
        _unread.Clear();
        return _balance.TryGetValue(form.Folded, out var balance) && balance > 0;
    }

    private void Read(Sentence statement)
    {
        for (var at = 0; at < statement.Count; at++)
        {
            var (word, form) = (statement.Words[at], statement.Forms[at]);
            if (form.Kind != WordKind.Content || word.IsNumber || (word.IsCapitalized && OpensSentence(statement.Text, word.Span.Start)))
                continue;
            _balance[form.Folded] = _balance.GetValueOrDefault(form.Folded) + (word.IsCapitalized ? 1 : -1);
        }
    }

    /// <summary>Whether a word here is written with a capital whatever it is: at the start, behind a full stop or an opening quotation mark.</summary>
    public static bool OpensSentence(string text, int start)
    {
        for (var at = start - 1; at >= 0; at--)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
                continue;
            if (c is '"' or '\u201C' or '\u201E' or '\u00AB')
                return true;
            if (c is '.')
                return !IsAbbreviation(text, at);
            return c is '!' or '?' or ':' or '\u2022' or '\u2014' or '\u2013';
        }

        return true;
    }

    // "U.S. President", "Mr. Smith", "Feb. 2"
    private static bool IsAbbreviation(string text, int point)
    {
        var letters = 0;
        while (point - letters - 1 >= 0 && char.IsLetter(text[point - letters - 1]))
            letters++;
        return letters is > 0 and <= 3 && char.IsUpper(text[point - letters]);
    }
}
