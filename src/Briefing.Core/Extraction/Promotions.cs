using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

/// <summary>
/// Takes out of an article's body the paragraphs in which the publication sells itself in full sentences: "Readers who subscribe pay
/// for the boats." Rather keeps an offer than loses news: whatever quotes, reports or tells of the past stays, and a story about
/// newsletters or subscriptions keeps all but calls to take the outlet's own.
/// </summary>
internal static class Promotions
{
    private const int LongestParagraph = 60;
    private const int LongestOffer = 30;
    private const int LongestPlainOffer = 16;
    private const int LongestTerms = 4;

    public static void Remove(List<PageLine> lines, ArticleDraft draft, string? outlet)
    {
        var outletKey = outlet is null ? null : LineWords.Of(outlet).Key;
        var offers = new List<(PageLine Line, List<PromotionCues> Sentences)>();
        foreach (var (line, kind) in draft.Body)
        {
            if (kind != PassageKind.Subheading && line.Measures.Words <= LongestParagraph && CuesOf(line, outletKey) is { } sentences
                && (IsPromotion(sentences, IsBesideOffer(lines, draft, line)) || IsAboveForm(lines, line, sentences)))
                offers.Add((line, sentences));
        }

        if (offers.Count == 0 || offers.Count == draft.Body.Count)
            return;
        var isSubject = IsSubject(draft, offers.ConvertAll(offer => offer.Line));
        foreach (var (line, sentences) in offers)
        {
            if (isSubject && !sentences.Exists(cues => cues is { IsCall: true, OwnWare: true }))
                continue;
            line.Role = LineRole.Promotion;
            draft.Body.RemoveAll(part => part.Line == line || (part.Kind == PassageKind.Subheading && part.Line.Index == line.Index - 1));
        }
    }

    // Null where nothing in the line can be an offer: most lines end here, before their sentences are looked at.
    private static List<PromotionCues>? CuesOf(PageLine line, string? outletKey)
    {
        if (line.Measures.HasQuotation)
            return null;
        if (!line.Words.HasAny(PromotionWords.Wares) && !line.Words.HasAny(PromotionWords.Terms) && !line.Words.HasAny(PromotionWords.Conditions)
            && !line.Words.HasAny(PromotionWords.Sendings) && !line.Words.HasAny(PromotionWords.Ours) && !line.Words.HasAny(PromotionWords.You)
            && (outletKey is null || !$" {line.Words.Key} ".Contains($" {outletKey} ", StringComparison.Ordinal)))
            return null;
        return SentenceSplitter.Split(line.Text, new TextSpan(0, line.Text.Length)).ConvertAll(span => PromotionCues.Of(span.Of(line.Text), outletKey));
    }

    // One sentence that is an offer, and none that is anything else.
    private static bool IsPromotion(List<PromotionCues> sentences, bool isBesideOffer) =>
        sentences.Exists(cues => IsOffer(cues, isBesideOffer)) && sentences.TrueForAll(cues => cues is { TellsNews: false, Any: true });

    private static bool IsOffer(PromotionCues cues, bool isBesideOffer)
    {
        if (cues.TellsNews || cues.Words > LongestOffer)
            return false;
        return IsOwnOffer(cues) || IsCall(cues) || IsContract(cues, isBesideOffer) || IsOfItself(cues) || IsOfCustomers(cues) || IsMeter(cues)
            || (isBesideOffer && cues is { Names: 0, Numbers: 0 } && cues.Wares > 0 && cues.Customers + cues.Terms > 0);
    }

    // "Our morning email of business news."
    private static bool IsOwnOffer(PromotionCues cues) =>
        cues.OwnWare && (cues.AddressesReader || cues.IsCall || cues.Terms > 0 || cues is { Names: 0, Words: <= LongestPlainOffer })
        || (cues.OwnPart && (cues.AddressesReader || cues.IsCall || cues is { Customers: > 0, Names: 0, Numbers: 0 }) && cues.Terms + cues.Wares > 0);

    // "Subscribe today.", "Get the best of the news in your inbox."
    private static bool IsCall(PromotionCues cues) =>
        cues.IsOwnCall && cues.Names <= 3
        || (cues.IsCall && cues.Wares > 0 && (cues.AddressesReader || cues.SpeaksAsOutlet || cues.NamesOutlet || cues.Terms > 0 || cues.Customers > 0))
        || (cues.IsCall && cues.Parts > 0 && cues.Terms > 0 && (cues.SpeaksAsOutlet || cues.NamesOutlet));

    // "You can leave at any time.", "We may send you offers.", "Free, every weekday."
    private static bool IsContract(PromotionCues cues, bool isBesideOffer) =>
        cues is { AddressesReader: true, Names: <= 1, Numbers: 0 }
            && (cues.Wares > 0 && cues.Terms > 0 || (cues.Conditions > 0 && (cues.SpeaksAsOutlet || isBesideOffer)))
        || (cues is { Terms: >= 2, Names: 0, Numbers: 0 } && cues.Words <= LongestTerms);

    // "You have read two of three free articles this month."
    private static bool IsMeter(PromotionCues cues) =>
        cues is { AddressesReader: true, Names: 0, Parts: > 0, Terms: > 0, Words: <= LongestPlainOffer };

    // "Readers who subscribe pay for the boats."
    private static bool IsOfCustomers(PromotionCues cues) =>
        cues is { OpensWithCustomers: true, Names: 0, Numbers: 0, OtherWares: > 0 };

    // "The Harbour Post is funded by its readers."
    private static bool IsOfItself(PromotionCues cues) =>
        cues.NamesOutlet && cues is { Names: 0, Numbers: 0 } && cues.TellsOfItself && cues.Wares + cues.Terms + cues.Customers > 0;

    // Beside a button or a form for subscribers, or at the text's end.
    private static bool IsBesideOffer(List<PageLine> lines, ArticleDraft draft, PageLine line)
    {
        if (draft.Body[^1].Line == line)
            return true;
        for (var at = Math.Max(0, line.Index - 1); at <= Math.Min(lines.Count - 1, line.Index + 1); at++)
        {
            if (lines[at].Role == LineRole.Promotion)
                return true;
        }

        return false;
    }

    // "Your town before breakfast. Free on weekdays." above the field for an address: what it says to the reader, and nothing else.
    private static bool IsAboveForm(List<PageLine> lines, PageLine line, List<PromotionCues> sentences) =>
        line.Index + 1 < lines.Count && lines[line.Index + 1].Role == LineRole.Promotion
        && sentences.Exists(cues => cues.AddressesReader)
        && sentences.TrueForAll(cues => cues is { TellsNews: false, Names: 0, Numbers: 0, Words: <= LongestPlainOffer });

    // The story is about such things where its headline or other paragraphs speak of them.
    private static bool IsSubject(ArticleDraft draft, List<PageLine> offers)
    {
        if (draft.Headline is { } headline && headline.Words.HasAny(PromotionWords.Wares))
            return true;
        var others = draft.Body.Where(part => !offers.Contains(part.Line)).ToList();
        var speaking = others.Count(part => part.Line.Words.HasAny(PromotionWords.Wares));
        return speaking >= 2 && speaking * 5 >= others.Count;
    }
}
