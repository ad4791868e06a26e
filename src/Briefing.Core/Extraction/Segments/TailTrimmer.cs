using System.Collections.Frozen;
using Briefing.Core.Extraction.Lines;
using Briefing.Core.Model;

namespace Briefing.Core.Extraction.Segments;

/// <summary>
/// Takes from an article's end what follows it on the page without a heading of its own: teasers, notes on the author, appeals to
/// readers, text that alternates with another language.
/// </summary>
internal static class TailTrimmer
{
    // A paragraph that shares less of its words with the text above speaks of something else; only with another sign is it cut.
    private const double Foreign = 0.2;
    private const double Alternating = 0.5;
    private const int ShortestTitle = 5;
    private const int MinKept = 2;
    private const int MaxTried = 8;

    private static readonly FrozenSet<string> AuthorsHeadings = FrozenSet.ToFrozenSet(
        [
            "about the author", "about the authors", "about the writer", "about our reporter", "about our correspondent", "the author", "uber den autor", "uber die autorin", "zur person",
            "a propos de l'auteur", "l'auteur", "sobre el autor", "sobre la autora", "sobre o autor", "sobre a autora", "l'autore", "over de auteur",
        ],
        StringComparer.Ordinal);

    public static void Trim(List<PageLine> lines, ArticleDraft draft)
    {
        EndMarkers.Cut(lines, draft);
        CutWhereForeignTextBegins(lines, draft);
        CutAppended(lines, draft);
        while (draft.Body.Count > 0 && draft.Body[^1].Kind == PassageKind.Subheading)
            draft.Body.RemoveAt(draft.Body.Count - 1);
        if (draft.Body.Count > 0)
            draft.Last = draft.Body[^1].Line.Index;
    }

    // How often the text above a paragraph holds each word is counted once and kept while paragraphs go.
    private static void CutAppended(List<PageLine> lines, ArticleDraft draft)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var key in draft.Body.SelectMany(part => part.Line.ContentKeys))
            counts[key] = counts.GetValueOrDefault(key) + 1;
        while (draft.Body.Count > MinKept)
        {
            var keys = draft.Body[^1].Line.ContentKeys;
            foreach (var key in keys)
                counts[key]--;
            var distinct = keys.Distinct().ToList();
            var share = distinct.Count == 0 ? 0 : (double)distinct.Count(key => counts[key] > 0) / distinct.Count;
            if (!IsAppended(lines, draft, share))
                return;
            draft.Body.RemoveAt(draft.Body.Count - 1);
        }
    }

    // Paragraphs in another language, or notices about machines, between the article's own: a list of teasers has begun.
    private static void CutWhereForeignTextBegins(List<PageLine> lines, ArticleDraft draft)
    {
        var tried = 0;
        var least = IsAlternating(lines, draft) ? Alternating : Foreign;
        for (var at = draft.First + 1; at <= draft.Last && tried < MaxTried; at++)
        {
            var line = lines[at];
            if (!(line.IsForeign && line.Role == LineRole.Prose && line.Measures.Words >= 8) && line.Role != LineRole.MachineNotice)
                continue;
            tried++;
            var cut = draft.Body.FindIndex(part => part.Line.Index > at);
            if (cut < MinKept || !IsElsewhere(draft, cut, least))
                continue;
            draft.Body.RemoveRange(cut, draft.Body.Count - cut);
            return;
        }
    }

    // One foreign paragraph, however often it is printed, is a teaser in the middle of a text; several with others between are a list.
    private static bool IsAlternating(List<PageLine> lines, ArticleDraft draft)
    {
        var foreign = new HashSet<ulong>();
        for (var at = draft.First + 1; at <= draft.Last; at++)
        {
            if (lines[at].Role == LineRole.MachineNotice)
                return true;
            if (lines[at] is { IsForeign: true, Role: LineRole.Prose })
                foreign.Add(lines[at].KeyHash);
        }

        return foreign.Count > 1;
    }

    private static bool IsElsewhere(ArticleDraft draft, int from, double least)
    {
        var known = new HashSet<uint>(draft.Body.Take(from).SelectMany(part => part.Line.ContentKeys));
        return ContentKeys.ShareIn([.. draft.Body.Skip(from).SelectMany(part => part.Line.ContentKeys)], known) < least;
    }

    private static bool IsAppended(List<PageLine> lines, ArticleDraft draft, double share)
    {
        var (line, kind) = draft.Body[^1];
        if (kind is not (PassageKind.Sentence or PassageKind.Bullet))
            return false;
        if (IsAboutAuthor(lines, draft, line))
            return true;
        if (share < Foreign && !line.Measures.HasQuotation && SpeaksForSite(line))
            return true;
        return share < Foreign && draft.Body[^2].Kind == PassageKind.Subheading && draft.Body[^2].Line.Measures.Words >= ShortestTitle
            && !NewsWords.AreIn(line.Words);
    }

    private static bool SpeaksForSite(PageLine line) =>
        line.Phrases.Has(PhraseKinds.Promotion | PhraseKinds.Call | PhraseKinds.SiteFoot | PhraseKinds.Account | PhraseKinds.Comments | PhraseKinds.Feedback | PhraseKinds.Related)
        && (line.Measures.Addressing > 0 || line.Phrases.Count >= 2 || line.Measures.Words <= 14);

    // "Ana Sole is a reporter in Lima." below an article by Ana Sole.
    private static bool IsAboutAuthor(List<PageLine> lines, ArticleDraft draft, PageLine line)
    {
        if (line.Words.Count < 5)
            return false;
        if (IsBelowAuthorsHeading(lines, line) || IsStaffNote(draft, line))
            return true;
        for (var at = draft.HeadStart; at < Math.Min(draft.HeadStart + 20, line.Index); at++)
        {
            if (lines[at].Role is not (LineRole.Byline or LineRole.Label or LineRole.Heading))
                continue;
            var opener = Bylines.OpenerLength(lines[at].Words);
            if (opener + 2 > lines[at].Words.Count || opener + 4 < lines[at].Words.Count && lines[at].Role != LineRole.Byline)
                continue;
            if (lines[at].Words[opener].SequenceEqual(line.Words[0]) && lines[at].Words[opener + 1].SequenceEqual(line.Words[1])
                && (line.Words[2] is "is" or "ist" or "est" or "es" or "e" or "covers" or "writes" or "joined" or "has" or "was" || line.Words[3] is "is" or "ist" or "est" or "covers" or "writes"))
                return true;
        }

        return false;
    }

    // "About the author", and the note below it.
    private static bool IsBelowAuthorsHeading(List<PageLine> lines, PageLine line)
    {
        var above = line.Index - 1;
        while (above > 0 && lines[above].Role is LineRole.Prose && line.Index - above < 3)
            above--;
        return above >= 0 && lines[above].Words.Count <= 4 && AuthorsHeadings.Contains(lines[above].Words.Key);
    }

    // "Ana Sole covers ports for us.": a name that the text has not told before, and what its bearer does at the paper.
    private static bool IsStaffNote(ArticleDraft draft, PageLine line)
    {
        const int Reach = 9;
        if (line.Measures.HasQuotation || line.Words[2] is not ("is" or "covers" or "writes" or "reports")
            || !char.IsUpper(line.Text[line.Words.StartOf(0)]) || !char.IsUpper(line.Text[line.Words.StartOf(1)]))
        {
            return false;
        }

        var (ofStaff, surname) = (false, line.Words.HashOf(1));
        for (var at = 3; at < Math.Min(Reach, line.Words.Count); at++)
            ofStaff |= Bylines.IsOfStaff(line.Words.HashOf(at));
        return ofStaff && !draft.Body.Exists(part => part.Line != line && Enumerable.Range(0, part.Line.Words.Count).Any(at => part.Line.Words.HashOf(at) == surname));
    }
}

/// <summary>Ends an article where a press release says that it ends: "ENDS", "-30-", "###" on a line of its own. Notes and contacts follow.</summary>
internal static class EndMarkers
{
    private const int MinKept = 2;

    public static void Cut(List<PageLine> lines, ArticleDraft draft)
    {
        for (var at = draft.First + 1; at <= draft.Last; at++)
        {
            if (!IsMark(lines[at].Text))
                continue;
            var cut = draft.Body.FindIndex(part => part.Line.Index >= at);
            if (cut < MinKept)
                continue;
            draft.Body.RemoveRange(cut, draft.Body.Count - cut);
            return;
        }
    }

    private static bool IsMark(string text)
    {
        const int Longest = 12;
        if (text.Length > Longest)
            return false;
        var bare = text.AsSpan().Trim("-\u2013\u2014*#[]<>/ ");
        return bare switch
        {
            "" => text.AsSpan().Count('#') >= 3,
            "ENDS" or "END" => true,
            "ends" or "Ends" or "end" or "End" or "30" => bare.Length < text.Length,
            _ => false,
        };
    }
}
