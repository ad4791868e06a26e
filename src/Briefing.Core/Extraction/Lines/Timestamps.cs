using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Extraction.Lines;

/// <summary>Recognises lines that hold a date or an age and little else: "Updated 31 January 2026", "3 hrs ago", "14:05".</summary>
internal static class Timestamps
{
    private const int LongestStamp = 14;

    // Words that may stand beside a date or an age on such a line.
    private static readonly WordSet Fillers = WordSet.Of(Lexicon.Text("timestamps", "fillers"));

    private static readonly WordSet Ages = WordSet.Of(Lexicon.Text("timestamps", "ages"));

    public static bool IsStamp(string text, LineWords words, LineMeasures measures, PhraseHits phrases)
    {
        if (words.Count is 0 or > LongestStamp || text.Length > 110 || !HasDigit(text))
            return false;
        if (IsAge(words) || IsClock(text))
            return true;
        var dates = PrintedDateReader.Read(text, new TextSpan(0, text.Length));
        if (dates.Count == 0)
            return false;
        var others = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (!dates.Any(date => words.StartOf(at) < date.Span.End && words.EndOf(at) > date.Span.Start)
                && !char.IsDigit(text[words.StartOf(at)])
                && !Fillers.Contains(words.HashOf(at))
                && !IsOfHalfDay(words, at))
                others++;
        }

        return others <= (phrases.Has(PhraseKinds.Stamp) ? 2 : 1) && !(measures.EndsSentence && measures.Words > 6 && !EndsWithHalfDay(text));
    }

    /// <summary>"6:12 p.m.": the point is the abbreviation's, and closes no sentence.</summary>
    public static bool EndsWithHalfDay(string text) => text.EndsWith("p.m.", StringComparison.OrdinalIgnoreCase) || text.EndsWith("a.m.", StringComparison.OrdinalIgnoreCase);

    // "p.m." is two words of one letter.
    private static bool IsOfHalfDay(LineWords words, int at) =>
        (words[at] is "a" or "p" && at + 1 < words.Count && words[at + 1] is "m") || (words[at] is "m" && at > 0 && words[at - 1] is "a" or "p");

    /// <summary>"3 hrs ago", "vor 3 Stunden", "il y a 3 heures": an age, and no date that could be known later.</summary>
    public static bool IsAge(LineWords words)
    {
        var hasAge = words[0] is "vor" or "hace" or "ha" || (words.Count > 2 && words[0] is "il" && words[1] is "y" && words[2] is "a");
        var fillers = 0;
        for (var at = 0; at < words.Count; at++)
        {
            hasAge |= Ages.Contains(words.HashOf(at));
            fillers += Fillers.Contains(words.HashOf(at)) || char.IsDigit(words[at][0]) ? 1 : 0;
        }

        return hasAge && words.Count <= 8 && fillers + 2 >= words.Count && fillers >= 2;
    }

    // "14:05", "9:30 AM"
    private static bool IsClock(string text) =>
        text.Length <= 12 && char.IsDigit(text[0]) && text.AsSpan().IndexOfAny(':', '.') is 1 or 2 && text.Count(char.IsDigit) is 3 or 4
        && text.All(c => char.IsDigit(c) || c is ':' or '.' or ' ' or 'a' or 'A' or 'p' or 'P' or 'm' or 'M' or 'h' or 'U');

    private static bool HasDigit(string text) => text.AsSpan().IndexOfAnyInRange('0', '9') >= 0;
}

/// <summary>Whether a date in a line is when the article was first published, or when it was last touched: the nearest word before it says.</summary>
internal static class TimestampWords
{
    private static readonly WordSet Updates = WordSet.Of(Lexicon.Text("timestamps", "updates"));

    private static readonly WordSet Firsts = WordSet.Of(Lexicon.Text("timestamps", "firsts"));

    private static readonly string[] SpacelessUpdates = ["\u66F4\u65B0", "\uC218\uC815"];
    private static readonly string[] SpacelessFirsts = ["\u516C\u958B", "\u53D1\u5E03", "\uC785\uB825"];

    public static TimestampKind KindAt(PageLine line, int date)
    {
        var kind = TimestampKind.Unnamed;
        for (var at = 0; at < line.Words.Count && line.Span.Start + line.Words.StartOf(at) < date; at++)
        {
            if (Updates.Contains(line.Words.HashOf(at)))
                kind = TimestampKind.Updated;
            else if (Firsts.Contains(line.Words.HashOf(at)))
                kind = TimestampKind.Published;
        }

        return kind == TimestampKind.Unnamed ? KindWithoutSpaces(line.Text.AsSpan(0, Math.Clamp(date - line.Span.Start, 0, line.Text.Length))) : kind;
    }

    private static TimestampKind KindWithoutSpaces(ReadOnlySpan<char> before)
    {
        var (update, first) = (LastOf(before, SpacelessUpdates), LastOf(before, SpacelessFirsts));
        return update < 0 && first < 0 ? TimestampKind.Unnamed : update > first ? TimestampKind.Updated : TimestampKind.Published;
    }

    private static int LastOf(ReadOnlySpan<char> text, string[] words)
    {
        var last = -1;
        foreach (var word in words)
            last = Math.Max(last, text.LastIndexOf(word, StringComparison.Ordinal));
        return last;
    }
}

internal enum TimestampKind
{
    /// <summary>No word says what the date is.</summary>
    Unnamed,
    Published,
    Updated,
}
