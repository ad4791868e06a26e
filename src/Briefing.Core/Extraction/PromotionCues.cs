using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

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
            TellsNews = TellsNews || PromotionWords.Telling.Contains(hash),
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
