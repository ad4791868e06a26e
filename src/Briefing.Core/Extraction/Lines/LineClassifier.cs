using Briefing.Core.Extraction.Provenance;
using Briefing.Core.Model;

namespace Briefing.Core.Extraction.Lines;

/// <summary>
/// Gives each line its role: by its own form, vocabulary and markup (<see cref="LineRules"/>), then by the three rules that look at
/// the lines around it.
/// </summary>
internal static class LineClassifier
{
    private const int ShortestParagraph = 10;

    private const string BulletMarks = "\u2022\u25CF\u25CB\u25AA\u25AB\u25A0\u25E6\u2023\u2043\u2219\u00B7\u25B8\u25B6\u25BA\u2794\u27A4\u2713\u2714*\u2013\u2014-\u203A\u00BB";

    public static void Classify(List<PageLine> lines)
    {
        foreach (var line in lines)
            line.Decide(LineRules.For(line));
        CountOccurrences(lines);
        KeepLastParagraphs(lines);
        NumberedLinks.Mark(lines);
        for (var at = 1; at < lines.Count; at++)
        {
            // A credit on a line of its own makes the short line before it the caption.
            if (lines[at].Role == LineRole.Caption && Captions.IsCreditAlone(lines[at].Text, lines[at].Words, lines[at].Measures)
                && lines[at - 1] is { Role: LineRole.Heading or LineRole.Prose, Measures: { Words: <= 40, HasQuotation: false } } before
                && lines[at].BlankLinesBefore == 0 && before.Occurrences == 1 && before.Block?.HeadingLevel is null or 0)
                before.Decide(LineRole.Caption, "caption-above-credit");
        }
    }

    // "… officials said. (Reuters)" looks like a caption; below a text and above none it is the text's last paragraph with its credit.
    private static void KeepLastParagraphs(List<PageLine> lines)
    {
        for (var at = 3; at < lines.Count; at++)
        {
            var line = lines[at];
            if (line.Role != LineRole.Caption || line.Measures.Words < ShortestParagraph || line.Occurrences > 1 || line.Block?.Role == PageBlockRole.Caption
                || CreditReader.ClosingCredit(line.Text) is null || Captions.HasPosition(line.Text, line.Words))
                continue;
            var isBelowText = lines[at - 1].Role == LineRole.Prose && lines[at - 2].Role == LineRole.Prose && lines[at - 3].Role == LineRole.Prose;
            var isAboveText = lines.Skip(at + 1).Take(3).Any(next => next.Role == LineRole.Prose);
            if (isBelowText && !isAboveText)
                line.Decide(LineRole.Prose, "last-paragraph-with-credit");
        }
    }

    /// <summary>Length of the mark that makes the line a list's point, with the space after it; 0 where there is none.</summary>
    public static int BulletLength(string text)
    {
        if (text.Length < 3)
            return 0;
        if (BulletMarks.Contains(text[0]) && (char.IsWhiteSpace(text[1]) || text[0] is '\u2022' or '\u25CF' or '\u25AA'))
        {
            var at = 1;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            return at < text.Length && !IsDatelineDash(text) ? at : 0;
        }

        return 0;
    }

    // A point of a summary list may come again as a sentence of the text; that is no page furniture printed twice.
    private static void CountOccurrences(List<PageLine> lines)
    {
        var counts = new Dictionary<ulong, int>(lines.Count);
        foreach (var line in lines)
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, KeyOf(line), out _)++;
        foreach (var line in lines)
            line.Occurrences = counts[KeyOf(line)];

        static ulong KeyOf(PageLine line) => line.Role == LineRole.Bullet ? ~line.KeyHash : line.KeyHash;
    }

    // "— AFP" closes an article, it opens no list.
    private static bool IsDatelineDash(string text) =>
        text[0] is '\u2014' or '\u2013' or '-' && NewsAgencies.Find(text.AsSpan(1)) is not null;
}
