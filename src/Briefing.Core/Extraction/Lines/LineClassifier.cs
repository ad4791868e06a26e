using Briefing.Core.Extraction.Provenance;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Lines;

/// <summary>Gives each line its role by form, vocabulary and markup, without looking at its neighbours but for picture credits.</summary>
internal static class LineClassifier
{
    // A line whose words are for this part furniture phrases speaks of furniture.
    private const double MostlyCovered = 0.5;

    private const int ShortestParagraph = 10;

    private const double LinkedBlock = 0.6;

    private const string BulletMarks = "\u2022\u25CF\u25CB\u25AA\u25AB\u25A0\u25E6\u2023\u2043\u2219\u00B7\u25B8\u25B6\u25BA\u2794\u27A4\u2713\u2714*\u2013\u2014-\u203A\u00BB";

    public static void Classify(List<PageLine> lines)
    {
        foreach (var line in lines)
            line.Role = RoleOf(line);
        CountOccurrences(lines);
        KeepLastParagraphs(lines);
        NumberedLinks.Mark(lines);
        for (var at = 1; at < lines.Count; at++)
        {
            // A credit on a line of its own makes the short line before it the caption.
            if (lines[at].Role == LineRole.Caption && Captions.IsCreditAlone(lines[at].Text, lines[at].Words, lines[at].Measures)
                && lines[at - 1] is { Role: LineRole.Heading or LineRole.Prose, Measures: { Words: <= 40, HasQuotation: false } } before
                && lines[at].BlankLinesBefore == 0 && before.Occurrences == 1 && before.Block?.HeadingLevel is null or 0)
                before.Role = LineRole.Caption;
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
                line.Role = LineRole.Prose;
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

    private static LineRole RoleOf(PageLine line)
    {
        var (text, words, measures) = (line.Text, line.Words, line.Measures);
        if (words.Count == 0)
            return LineRole.Separator;
        if (MachineNotices.IsNotice(text, words))
            return LineRole.MachineNotice;
        if (line.Block is { } block && RoleByMarkup(block, measures) is { } marked)
            return marked;
        if (IsCode(text))
            return LineRole.Navigation;
        return Furniture(line) ?? HeadMatter(line) ?? (IsFormula(measures, words) ? LineRole.Navigation : BodyMatter(text, words, measures));
    }

    private static LineRole? RoleByMarkup(PageBlock block, LineMeasures measures)
    {
        if (block.Role == PageBlockRole.Caption)
            return LineRole.Caption;
        if (block.Role == PageBlockRole.Furniture)
            return LineRole.Navigation;
        if (block.LinkShare > LinkedBlock && (measures.Words < 12 || !measures.EndsSentence) && block.HeadingLevel is 0 or > 1)
            return measures.Words >= 5 ? LineRole.RelatedLink : LineRole.Navigation;
        return null;
    }

    private static LineRole? Furniture(PageLine line)
    {
        var (text, measures, phrases) = (line.Text, line.Measures, line.Phrases);
        var words = Math.Max(1, measures.Words);
        var covered = (double)phrases.CoveredWords / words;
        if ((phrases.Has(PhraseKinds.SiteFoot) || text.AsSpan().IndexOfAny('\u00A9', '\u24D2') >= 0 || text.StartsWith("(c)", StringComparison.OrdinalIgnoreCase))
            && IsCopyright(text, measures) && !(words > ShortestParagraph && CreditReader.ClosingCredit(text) is not null))
            return LineRole.Boilerplate;
        if (phrases.Count == 0)
            return null;
        if (IsConsent(measures, phrases, covered))
            return LineRole.Consent;
        if (phrases.Has(PhraseKinds.Feedback) && words <= 14 && !measures.HasQuotation)
            return LineRole.Boilerplate;
        if (phrases.OpensWith(PhraseKinds.Related) && Announcement(text, phrases, covered, words, line) is { } announced)
            return announced;
        if (phrases.OpensWith(PhraseKinds.Comments) && covered >= MostlyCovered && words <= 5)
            return LineRole.CommentsHeading;
        if (IsCommentCount(line))
            return LineRole.CommentsHeading;
        if (covered >= MostlyCovered && words <= 24)
            return ByCoverage(phrases);
        if (IsCall(measures, phrases, words))
            return LineRole.Promotion;
        return AddressesReader(measures, phrases, words) ? ByCoverage(phrases) : null;
    }

    private static LineRole ByCoverage(PhraseHits phrases)
    {
        if (phrases.Has(PhraseKinds.Promotion))
            return LineRole.Promotion;
        if (phrases.Has(PhraseKinds.Share))
            return LineRole.Share;
        if (phrases.Has(PhraseKinds.Consent))
            return LineRole.Consent;
        if (phrases.Has(PhraseKinds.Picture))
            return LineRole.Caption;
        if (phrases.Has(PhraseKinds.Stamp | PhraseKinds.Counter))
            return LineRole.Stamp;
        return phrases.Has(PhraseKinds.Related) && phrases.OpensWith(PhraseKinds.Related) ? LineRole.RelatedHeading : LineRole.Boilerplate;
    }

    // "Sign up to …", "Join … channel on WhatsApp": a short line without the form of a sentence that calls on the reader.
    private static bool IsCall(LineMeasures measures, PhraseHits phrases, int words) =>
        !measures.HasQuotation
        && (phrases.OpensWith(PhraseKinds.Call) && words <= 14 && (!measures.EndsSentence || measures.Addressing > 0)
            || (words <= 12 && !measures.EndsSentence && phrases.Count >= 2 && phrases.Has(PhraseKinds.Promotion) && phrases.Has(PhraseKinds.Share | PhraseKinds.Call)));

    // The site speaks to the reader of what it offers: "Subscribe to our newsletter and stay updated…".
    private static bool AddressesReader(LineMeasures measures, PhraseHits phrases, int words)
    {
        const PhraseKinds Offers = PhraseKinds.Promotion | PhraseKinds.Share | PhraseKinds.Account | PhraseKinds.SiteFoot | PhraseKinds.Comments | PhraseKinds.Feedback;
        if (measures.HasQuotation || !phrases.Has(Offers) || words > 60)
            return false;
        return phrases.OpensWith(Offers) && words <= 30 && (measures.Addressing > 0 || (phrases.Count >= 2 && !measures.EndsSentence))
            || (measures.Addressing >= 2 && phrases.Count >= 2)
            || (measures.Addressing >= 1 && phrases.Count >= 2 && words <= 25)
            || (phrases.Count >= 3 && phrases.CoveredWords * 4 >= words && words <= 40 && (measures.Addressing > 0 || !measures.EndsSentence));
    }

    private static bool IsConsent(LineMeasures measures, PhraseHits phrases, double covered)
    {
        if (phrases.ConsentCount == 0 || measures.HasQuotation)
            return false;
        return covered >= MostlyCovered && measures.Words <= 12
            || (phrases.ConsentCount >= 2 && measures.Addressing >= 1)
            || (phrases.ConsentCount >= 1 && measures.Addressing >= 2 && !phrases.Has(PhraseKinds.Promotion))
            || (phrases.Has(PhraseKinds.ThisText) && phrases.ConsentCount >= 1)
            || (phrases.ConsentCount >= 1 && measures.Words <= 8);
    }

    // "Read more: Title", "Related | Title" on one line; "Latest stories" above a list.
    private static LineRole? Announcement(string text, PhraseHits phrases, double covered, int words, PageLine line)
    {
        var afterPhrase = line.Words.EndOf(phrases.OpeningWords - 1);
        var rest = text.AsSpan(afterPhrase).TrimStart();
        var isSeparated = rest.Length > 0 && rest[0] is ':' or '|' or '\u2013' or '\u2014' or '-' or '>' or '\u00BB' or '\u203A' or '\u2192' or '\uFF1A';
        if (words - phrases.OpeningWords <= 1 && covered >= MostlyCovered)
            return phrases.OpensWith(PhraseKinds.ReadMore) ? LineRole.RelatedLink : LineRole.RelatedHeading;
        if (isSeparated && words <= 32)
            return LineRole.RelatedLink;
        if (covered >= 0.6 && words <= 7)
            return LineRole.RelatedHeading;
        return phrases.OpeningWords >= 2 && words <= 24 && !line.Measures.EndsSentence && line.Measures.CapitalShare >= 0.4 ? LineRole.RelatedLink : null;
    }

    private static bool IsCommentCount(PageLine line) =>
        line.Measures is { Words: <= 4, Numbers: >= 1 } && line.Phrases.Has(PhraseKinds.Comments);

    private static bool IsCopyright(string text, LineMeasures measures) =>
        measures.Words <= 60
        && (text.Contains('\u00A9') || text.Contains("(c) 2", StringComparison.OrdinalIgnoreCase) || text.Contains("copyright", StringComparison.OrdinalIgnoreCase)
            || text.Contains('\u24D2') || text.Contains("all rights reserved", StringComparison.OrdinalIgnoreCase))
        && (measures.Words <= 25 || text.Contains("rights", StringComparison.OrdinalIgnoreCase) || text.Contains("publish", StringComparison.OrdinalIgnoreCase))
        && (text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 || text.Contains("rights reserved", StringComparison.OrdinalIgnoreCase) || measures.Words <= 10);

    private static LineRole? HeadMatter(PageLine line)
    {
        var (text, words, measures, phrases) = (line.Text, line.Words, line.Measures, line.Phrases);
        if (Captions.IsCaption(text, words, measures))
            return LineRole.Caption;
        if (Bylines.IsByline(text, words, measures))
            return LineRole.Byline;
        if (Timestamps.IsStamp(text, words, measures, phrases))
            return LineRole.Stamp;
        if (StaffCredits.IsOne(text, words, measures) || EditorsNotes.IsOne(text, words, measures))
            return LineRole.Credit;
        return Captions.IsCreditAlone(text, words, measures) ? LineRole.Caption : null;
    }

    private static LineRole BodyMatter(string text, LineWords words, LineMeasures measures)
    {
        if (BulletLength(text) > 0)
            return measures.Words >= 4 ? LineRole.Bullet : LineRole.Label;
        if (IsProse(text, words, measures) || (measures.Words >= 8 && CreditReader.ClosingCredit(text) is not null))
            return LineRole.Prose;
        if (measures.Marks > 0 && measures.Words <= measures.Marks * 6)
            return LineRole.Navigation;
        return measures.Words <= 3 ? LineRole.Label : LineRole.Heading;
    }

    private static bool IsProse(string text, LineWords words, LineMeasures measures)
    {
        if (words.IsSpaceless || text.AsSpan().IndexOfAny('\u3002', '\u0964') >= 0)
            return text.Length >= 24 && (measures.EndsSentence || text.Length >= 60);
        if (measures.EndsSentence && measures.Words >= 4)
            return !IsTitleCase(measures) || measures.HasQuotation || measures.Words >= 20;
        if (measures.EndsSentence)
            return measures.HasQuotation;
        // Without a closing point: a long line with the words of a sentence, or one that goes on with a list or a quotation.
        return measures.Words >= 25 && measures.FunctionShare >= 0.2
            || (measures.EndsOpen && measures.Words >= 8 && measures.FunctionShare >= 0.2);
    }

    private static bool IsTitleCase(LineMeasures measures) => measures.CapitalShare >= 0.75;

    private static bool IsCode(string text) =>
        text.Contains("{*", StringComparison.Ordinal) || text.Contains("function(", StringComparison.Ordinal) || text.Contains("();", StringComparison.Ordinal)
        || text.StartsWith("%2F", StringComparison.Ordinal) || text.StartsWith("var ", StringComparison.Ordinal)
        || (text.Length > 40 && !text.Contains(' ') && text.AsSpan().IndexOfAnyExceptInRange('\0', '\u024F') < 0);

    // Tables of figures, codes, lists of names parted by signs.
    private static bool IsFormula(LineMeasures measures, LineWords words) =>
        words.Count >= 4 && measures.Numbers * 2 > words.Count && !measures.EndsSentence
        || (measures.Marks >= 3 && !measures.EndsSentence)
        || (measures.HasAddress && measures.Words <= 6);
}
