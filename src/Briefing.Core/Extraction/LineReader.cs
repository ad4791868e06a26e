using System.Collections.Immutable;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

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
