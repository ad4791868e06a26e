using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Lines;

/// <summary>Cuts a document into lines, and puts paragraphs together again where a text was wrapped at a fixed width.</summary>
internal static class LineReader
{
    // Mail and wire texts are wrapped between these widths.
    private const int NarrowestWrap = 40;
    private const int WidestWrap = 100;

    public static List<PageLine> Read(string text, ImmutableArray<PageBlock> blocks)
    {
        var raw = RawLines(text);
        var joined = IsWrapped(text, raw) ? Unwrap(text, raw) : raw;
        var lines = new List<PageLine>(joined.Count);
        var block = 0;
        foreach (var (span, blank) in joined)
        {
            while (block < blocks.Length && blocks[block].Span.End <= span.Start)
                block++;
            var own = block < blocks.Length && blocks[block].Span.Overlaps(span) ? blocks[block] : null;
            lines.Add(new PageLine(lines.Count, span, span.Of(text), blank, own));
        }

        return lines;
    }

    private static List<(TextSpan Span, int Blank)> RawLines(string text)
    {
        var lines = new List<(TextSpan, int)>();
        var blank = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var (first, last) = (start, end);
            while (first < last && IsBlank(text[first]))
                first++;
            while (last > first && IsBlank(text[last - 1]))
                last--;
            if (last > first)
            {
                lines.Add((new TextSpan(first, last), blank));
                blank = 0;
            }
            else
            {
                blank++;
            }

            start = end + 1;
        }

        return lines;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\u00AD' or '\u200E' or '\u200F';

    // Wrapped text: lines of much the same width that break off in the middle of a sentence.
    private static bool IsWrapped(string text, List<(TextSpan Span, int Blank)> lines)
    {
        int pairs = 0, broken = 0, widest = 0;
        for (var at = 0; at + 1 < lines.Count; at++)
        {
            widest = Math.Max(widest, lines[at].Span.Length);
            if (lines[at + 1].Blank > 0 || lines[at].Span.Length < NarrowestWrap)
                continue;
            pairs++;
            if (!LineEndsSentence(text, lines[at].Span) && char.IsLower(text[lines[at + 1].Span.Start]))
                broken++;
        }

        return widest <= WidestWrap && pairs >= 4 && broken * 10 >= pairs * 4;
    }

    private static List<(TextSpan Span, int Blank)> Unwrap(string text, List<(TextSpan Span, int Blank)> lines)
    {
        var widest = lines.Max(line => line.Span.Length);
        var joined = new List<(TextSpan Span, int Blank)>();
        var lastLength = 0;
        foreach (var (span, blank) in lines)
        {
            // A full line goes on below; so does one whose successor opens with a small letter.
            var continues = joined.Count > 0 && blank == 0 && lastLength >= NarrowestWrap
                && (char.IsLower(text[span.Start]) || lastLength * 10 >= widest * 8);
            if (continues)
                joined[^1] = (new TextSpan(joined[^1].Span.Start, span.End), joined[^1].Blank);
            else
                joined.Add((span, blank));
            lastLength = span.Length;
        }

        return joined;
    }

    private static bool LineEndsSentence(string text, TextSpan span) => text[span.End - 1] is '.' or '!' or '?' or '"' or '\u201D' or ':' or ')';
}

/// <summary>Marks the lines that are written in another language than the edition's; short lines are marked only when they are plain.</summary>
internal static class LineLanguages
{
    private const int MinWords = 4;

    // Confidence that a line of so many words is foreign; names and quotations travel between languages.
    private const double LongLine = 0.42;
    private const double ShortLine = 0.6;
    private const int LongLineWords = 12;

    // Grammatical words that the language does not have, and of each of its own so many of them.
    private const int MinPlainWords = 8;
    private const int MinForeign = 3;

    /// <returns>The language of the lines that stay.</returns>
    public static string Mark(List<PageLine> lines, string? editionLanguage)
    {
        var language = editionLanguage ?? Dominant(lines) ?? "und";
        foreach (var line in lines)
        {
            if (line.Measures.Words < MinWords || line.Role is not (LineRole.Prose or LineRole.Bullet or LineRole.Heading or LineRole.Caption))
                continue;
            var guess = line.Language;
            line.IsForeign = guess.Code is not null && !AreAlike(guess.Code, language)
                && (guess.Confidence >= (line.Measures.Words >= LongLineWords ? LongLine : ShortLine) || IsPlainlyNot(language, line));
        }

        return language;
    }

    // Neighbouring languages share their small words, so that which it is stays in doubt; that it is not this one may be plain.
    private static bool IsPlainlyNot(string language, PageLine line)
    {
        if (line.Measures.Words < MinPlainWords || LanguageProfiles.IndexOf(language) is not (>= 0 and var number))
            return false;
        var (own, others) = (0, 0);
        for (var at = 0; at < line.Words.Count; at++)
        {
            if (!LanguageProfiles.Words.TryGetValue(line.Words.HashOf(at), out var languages))
                continue;
            if ((languages & (1u << number)) != 0)
                own++;
            else
                others++;
        }

        return others >= MinForeign && own * MinForeign <= others;
    }

    private static string? Dominant(List<PageLine> lines)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Role is not (LineRole.Prose or LineRole.Bullet) || line.Language.Code is not { } code)
                continue;
            weights[code] = weights.GetValueOrDefault(code) + line.Measures.Words * line.Language.Confidence;
        }

        return weights.Count == 0 ? null : weights.MaxBy(pair => pair.Value).Key;
    }

    // Written Danish and Norwegian, or Croatian, Bosnian and Serbian, cannot be told apart by grammatical words.
    private static bool AreAlike(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || (one is "da" or "no" or "nb" && other is "da" or "no" or "nb")
        || (one is "id" or "ms" && other is "id" or "ms")
        || (one is "hr" or "sr" or "bs" && other is "hr" or "sr" or "bs");
}
