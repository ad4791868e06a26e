using Briefing.Core.Extraction.Lines;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>Forms of lines that credit an agency with something beside its name: a place, an author, the desk's initials.</summary>
internal static class AgencyLines
{
    private const int MaxNameWords = 3;
    private const int LongestInitials = 4;

    private static readonly string[] Signs = [" | ", " \u2014 ", " \u2013 ", " - "];

    // "AFP/Getty", "Reuters/File": credits of pictures.
    private static readonly WordSet PictureWords = WordSet.Of("getty images pool photo photos file handout video archive");

    public static bool IsOne(string line) => PlacedAgency(line) is not null || InitialedAgency(line) is not null || HasAuthor(line);

    /// <summary>"Ana Sole | AP": below a headline a byline, above one a section or a page's title.</summary>
    public static bool HasAuthor(string line)
    {
        foreach (var sign in Signs)
        {
            if (line.Split(sign) is [var names, var agency])
            {
                return NewsAgencies.IsCredit(agency)
                    && names.Split([" and ", " & ", ", "], StringSplitOptions.TrimEntries).All(name => IsName(name) && name.Contains(' '));
            }
        }

        return false;
    }

    /// <summary>The agency of "AFP in Lima", "AFP / New Delhi"; null for other forms.</summary>
    public static string? PlacedAgency(string line)
    {
        if (line.IndexOf(" in ", StringComparison.Ordinal) is var at and > 0)
            return IsName(line[(at + 4)..]) ? NewsAgencies.Find(line.AsSpan(0, at)) : null;
        return line.Split('/', StringSplitOptions.TrimEntries) is [var agency, var place] && IsName(place) && NewsAgencies.Find(place) is null
            ? NewsAgencies.Find(agency)
            : null;
    }

    /// <summary>The agency of "kyo/hg/AFP", "dpa kw hg", "EFE kw/hg"; null for other forms.</summary>
    public static string? InitialedAgency(string line)
    {
        var parts = line.Split(['/', ' ']);
        if (parts.Length is < 2 or > 4)
            return null;
        var agencies = parts.Select(part => NewsAgencies.Find(part)).ToList();
        // "AP to sue" is a headline.
        var isInitialed = agencies.Count(agency => agency is not null) == 1
            && parts.All(part => NewsAgencies.Find(part) is not null || (part.Length is > 0 and <= LongestInitials && part.All(char.IsAsciiLetterLower) && !StopWords.Contains(part)));
        return isInitialed ? agencies.Find(agency => agency is not null) : null;
    }

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MaxNameWords
            && words.All(word => char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '.' or '\'' or '\u2019'))
            && !LineWords.Of(text).HasAny(PictureWords);
    }
}

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

/// <summary>
/// Recognises an outlet's note on the article itself: "This article was amended on …", "An earlier version of this story misstated …".
/// It says what happened to a text, and nothing that happened.
/// </summary>
internal static class EditorsNotes
{
    private const int LongestNote = 90;

    // How many words may stand before what became of the text: "this article was first published on 3 March and amended".
    private const int Reach = 12;

    private static readonly WordSet Texts = WordSet.Of("article story report piece item column headline caption page post");
    private static readonly WordSet Changes = WordSet.Of("amended corrected updated edited revised changed modified republished clarified");
    private static readonly WordSet Labels = WordSet.Of("correction corrections clarification clarifications corrected");

    private enum Label
    {
        None,
        Correction,
        Editors,
    }

    public static bool IsOne(string text, LineWords words, LineMeasures measures)
    {
        if (measures.Words > LongestNote || words.Count < 4)
            return false;
        var first = AfterLabel(text, words, out var label);
        if (label == Label.Editors)
            return true;
        var isOnText = IsChanged(words, first) || IsOnVersion(words, first);
        return isOnText || (label == Label.Correction && NamesText(words, first));
    }

    // "Editor's note: …", "Correction: …"
    private static int AfterLabel(string text, LineWords words, out Label label)
    {
        label = Label.None;
        if (words[0] is "editor's" or "editors" or "editors'" && words[1] is "note" && EndsInColon(text, words, 1))
        {
            label = Label.Editors;
            return 2;
        }

        if (!Labels.Contains(words.HashOf(0)) || !EndsInColon(text, words, 0))
            return 0;
        label = Label.Correction;
        return 1;
    }

    private static bool EndsInColon(string text, LineWords words, int at) => text.AsSpan(words.EndOf(at)).TrimStart() is [':', ..];

    // "This article has been updated to …"
    private static bool IsChanged(LineWords words, int first)
    {
        if (first + 3 >= words.Count || words[first] is not "this" || !Texts.Contains(words.HashOf(first + 1)))
            return false;
        if (words[first + 2] is not ("was" or "has"))
            return false;
        for (var at = first + 3; at < Math.Min(words.Count, first + 3 + Reach); at++)
        {
            // "Was amended by the committee" is news of a report; outlets say when and why.
            if (Changes.Contains(words.HashOf(at)))
                return at + 1 >= words.Count || words[at + 1] is not "by";
        }

        return false;
    }

    // "An earlier version of this article …"
    private static bool IsOnVersion(LineWords words, int first)
    {
        if (first + 5 >= words.Count || words[first] is not ("an" or "a" or "the") || words[first + 1] is not ("earlier" or "previous"))
            return false;
        return words[first + 2] is "version" && words[first + 3] is "of" && words[first + 4] is "this" or "our"
            && Texts.Contains(words.HashOf(first + 5));
    }

    private static bool NamesText(LineWords words, int first)
    {
        for (var at = first; at + 1 < words.Count; at++)
        {
            if (words[at] is "this" && Texts.Contains(words.HashOf(at + 1)))
                return true;
        }

        return false;
    }
}
