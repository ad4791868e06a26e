using Briefing.Core.Extraction.Lines;
using Briefing.Core.Model;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Segments;

/// <summary>
/// Takes out of an article's body the paragraphs in which the publication sells itself in full sentences: "Readers who subscribe pay
/// for the boats." Rather keeps an offer than loses news: whatever quotes, reports or looks back stays, and a story about
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
            line.Decide(LineRole.Promotion, "offer-in-text");
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

/// <summary>What in one sentence speaks for a publication's offer to its readers, and what for news.</summary>
/// <param name="Wares">Words for what publications offer.</param>
/// <param name="OtherWares">Those that are no words for customers.</param>
/// <param name="Parts">Words for what they also offer, but others as well.</param>
/// <param name="Conditions">Words and phrases of a contract: cancel, at any time, a price a month.</param>
/// <param name="Terms">The same and words of praise: free, weekly, each morning.</param>
/// <param name="OwnWare">"our newsletter", "our free morning email".</param>
/// <param name="OwnPart">"our coverage", "our readers".</param>
/// <param name="IsCall">Opens with what the reader shall do.</param>
/// <param name="IsOwnCall">Opens with a call that only publications use: "Subscribe".</param>
/// <param name="TellsNews">Quotation, reported speech, past tense, a date.</param>
/// <param name="NamesOutlet">Names the publication itself.</param>
/// <param name="Names">Other capitalized words inside the sentence.</param>
internal readonly record struct PromotionCues(
    int Words, int Wares, int OtherWares, int Parts, int Conditions, int Terms, int Customers, bool OwnWare, bool OwnPart, bool SpeaksAsOutlet, bool AddressesReader,
    bool IsCall, bool IsOwnCall, bool OpensWithCustomers, bool TellsNews, bool NamesOutlet, bool TellsOfItself, int Names, int Numbers)
{
    // "our free morning email", "our award-winning daily newsletter".
    private const int LongestOwn = 4;

    public bool Any => Wares + Parts + Terms + Customers > 0 || SpeaksAsOutlet || AddressesReader || NamesOutlet || IsCall;

    /// <param name="outletKey">The outlet's name in folded words; null where the page names none.</param>
    public static PromotionCues Of(string text, string? outletKey)
    {
        var words = LineWords.Of(text);
        var cues = default(PromotionCues) with { Words = words.Count };
        for (var at = 0; at < words.Count; at++)
            cues = cues.With(text, words, at);
        var outlet = OutletIn(words, outletKey);
        var (conditions, habits) = TermPhrases(text, words);
        var isSigningUp = words.Count > 1 && words[0] is "sign" && words[1] is "up" && cues.Wares + cues.Parts > 0;
        return cues with
        {
            Conditions = cues.Conditions + conditions,
            Terms = cues.Terms + cues.Conditions + conditions + habits,
            IsCall = words.Count > 1 && PromotionWords.Calls.Contains(words.HashOf(0)),
            IsOwnCall = isSigningUp || (words.Count > 0 && PromotionWords.OwnCalls.Contains(words.HashOf(0))),
            TellsNews = cues.TellsNews || text.AsSpan().ContainsAny(LineMeasures.QuotationMarks),
            NamesOutlet = outlet > 0,
            Names = Math.Max(0, cues.Names - outlet),
        };
    }

    private PromotionCues With(string text, LineWords words, int at)
    {
        var hash = words.HashOf(at);
        var first = text[words.StartOf(at)];
        var isWare = PromotionWords.Wares.Contains(hash);
        var isSending = PromotionWords.Sendings.Contains(hash);
        var isPart = isSending || PromotionWords.Parts.Contains(hash);
        var isCustomer = PromotionWords.Customers.Contains(hash);
        var isOwn = (isWare || isPart || isCustomer) && IsOwn(words, at);
        // "US" is a country.
        var isSpeaker = PromotionWords.We.Contains(hash) && words.EndOf(at) - words.StartOf(at) > 1 && !(at > 0 && char.IsUpper(first));
        return this with
        {
            Wares = Wares + (isWare ? 1 : 0),
            OtherWares = OtherWares + (isWare && !isCustomer ? 1 : 0),
            OpensWithCustomers = OpensWithCustomers || (at == 0 && isCustomer),
            Parts = Parts + (isPart ? 1 : 0),
            Conditions = Conditions + (PromotionWords.Conditions.Contains(hash) ? 1 : 0),
            Terms = Terms + (PromotionWords.Terms.Contains(hash) ? 1 : 0),
            Customers = Customers + (isCustomer ? 1 : 0),
            OwnWare = OwnWare || (isOwn && (isWare || isSending)),
            OwnPart = OwnPart || (isOwn && !isWare && !isSending),
            SpeaksAsOutlet = SpeaksAsOutlet || isSpeaker,
            AddressesReader = AddressesReader || PromotionWords.You.Contains(hash),
            TellsNews = TellsNews || PromotionWords.DistinctSentence.Contains(hash),
            TellsOfItself = TellsOfItself || PromotionWords.OfItself.Contains(hash),
            Names = Names + (at > 0 && char.IsUpper(first) && !isWare && !isPart && !isCustomer && words[at] is not "i" ? 1 : 0),
            Numbers = Numbers + (char.IsDigit(first) ? 1 : 0),
        };
    }

    private static bool IsOwn(LineWords words, int at)
    {
        for (var before = at - 1; before >= Math.Max(0, at - LongestOwn); before--)
        {
            if (PromotionWords.Ours.Contains(words.HashOf(before)))
                return true;
            // Another phrase has begun: "our soldiers by email".
            if (LanguageProfiles.Words.Contains(words.HashOf(before)))
                return false;
        }

        return false;
    }

    // "at any time", "£4 a month"; "every weekday", "each morning".
    private static (int Conditions, int Habits) TermPhrases(string text, LineWords words)
    {
        var (conditions, habits) = (0, 0);
        var hasPrice = text.AsSpan().IndexOfAny("\u00A3$\u20AC\u00A5") >= 0;
        for (var at = 0; at + 1 < words.Count; at++)
        {
            var isPeriod = PromotionWords.Periods.Contains(words.HashOf(at + 1));
            if (isPeriod && words[at] is "every" or "each" or "jeden" or "jede" or "chaque" or "cada")
                habits++;
            else if ((isPeriod && hasPrice && words[at] is "a" or "per" or "im" or "pro" or "par" or "al") || (words[at] is "any" && words[at + 1] is "time"))
                conditions++;
        }

        return (conditions, habits);
    }

    // How many words of the outlet's name stand in the sentence one after the other; 0 where it is not named whole.
    private static int OutletIn(LineWords words, string? outletKey)
    {
        if (string.IsNullOrEmpty(outletKey))
            return 0;
        return $" {words.Key} ".Contains($" {outletKey} ", StringComparison.Ordinal) ? outletKey.AsSpan().Count(' ') + 1 : 0;
    }
}

/// <summary>Words in which publications of any kind sell themselves, folded, in several languages: general vocabulary, no site's own.</summary>
internal static class PromotionWords
{
    /// <summary>What publications offer, and the act of taking it; in news these words are seldom met outside stories about them.</summary>
    public static readonly WordSet Wares = WordSet.Of(Lexicon.Text("promotions", "wares"));

    /// <summary>What they send; a publication's where it says "our", anybody's otherwise.</summary>
    public static readonly WordSet Sendings = WordSet.Of(Lexicon.Text("promotions", "sendings"));

    /// <summary>What they also offer or speak of.</summary>
    public static readonly WordSet Parts = WordSet.Of(Lexicon.Text("promotions", "parts"));

    /// <summary>Terms of a contract with the reader.</summary>
    public static readonly WordSet Conditions = WordSet.Of(Lexicon.Text("promotions", "conditions"));

    /// <summary>What an offer is praised for.</summary>
    public static readonly WordSet Terms = WordSet.Of(Lexicon.Text("promotions", "terms"));

    public static readonly WordSet Periods = WordSet.Of(Lexicon.Text("promotions", "periods"));

    /// <summary>People as a publication's customers.</summary>
    public static readonly WordSet Customers = WordSet.Of(Lexicon.Text("promotions", "customers"));

    public static readonly WordSet Ours = WordSet.Of(Lexicon.Text("promotions", "ours"));

    public static readonly WordSet We = WordSet.Of(Lexicon.Text("promotions", "we"));

    public static readonly WordSet You = WordSet.Of(Lexicon.Text("promotions", "you"));

    /// <summary>What such lines call on the reader to do.</summary>
    public static readonly WordSet Calls = WordSet.Of(Lexicon.Text("promotions", "calls"));

    /// <summary>Calls that nothing but an offer of this kind follows.</summary>
    public static readonly WordSet OwnCalls = WordSet.Of(Lexicon.Text("promotions", "own-calls"));

    /// <summary>What a publication says of itself: "is owned by a trust", "is printed on paper from managed forests".</summary>
    public static readonly WordSet OfItself = WordSet.Of(Lexicon.Text("promotions", "of-itself"));

    /// <summary>Past tense and verbs of reporting: what a sentence of news has and an offer has not.</summary>
    public static readonly WordSet DistinctSentence = WordSet.Of(Lexicon.Text("promotions", "distinct-sentence"));
}
