using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Recognises an editor's note on who wrote and edited: "(Reporting by …; Editing by …)", "With files from …": names, not news.</summary>
internal static class StaffCredits
{
    private const int LongestNote = 60;

    private static readonly string[] Openers =
    [
        "Reporting by", "Additional reporting", "Writing by", "Editing by", "Edited by", "With reporting by", "With files from", "With inputs from", "With input from",
        "Compiled by", "Translated by", "Reporting and writing by", "This story was", "Contributed to this report",
    ];

    // Most lines open with none of these words.
    private static readonly WordSet OpeningWords = new(Openers.Select(opener => LineWords.Of(opener)[0].ToString()));

    private static readonly WordSet Contributed = WordSet.Of("contributed");

    private static readonly WordSet Feeds = WordSet.Of("feed feeds wire syndicated");

    // "This report is published from a … feed."
    private static bool IsOfFeed(string text, LineWords words, LineMeasures measures) =>
        words.Count > 2 && words[0] is "this" or "the" && words[1] is "story" or "article" or "report" or "item" or "copy" or "news"
        && words.HasAny(Feeds) && !measures.HasQuotation && text.Contains("from ", StringComparison.Ordinal);

    public static bool IsOne(string text, LineWords words, LineMeasures measures)
    {
        if (measures.Words > LongestNote || words.Count == 0)
            return false;
        if (OpeningWords.Contains(words.HashOf(0)))
        {
            // "This story was first …" is a note only in brackets.
            var start = text.AsSpan().TrimStart("([* ");
            foreach (var opener in Openers)
            {
                if (start.StartsWith(opener, StringComparison.OrdinalIgnoreCase) && (opener[0] != 'T' || start.Length < text.Length || opener.StartsWith("Tr", StringComparison.Ordinal)))
                    return true;
            }
        }

        if (IsOfFeed(text, words, measures))
            return true;
        return measures.Words <= 40 && words.HasAny(Contributed) && text.Contains("contributed to this", StringComparison.OrdinalIgnoreCase);
    }
}
