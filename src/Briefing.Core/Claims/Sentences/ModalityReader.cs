namespace Briefing.Core.Claims.Sentences;

/// <summary>Reads from the words around each content word how firmly it is asserted.</summary>
internal static class ModalityReader
{
    // How far a mark reaches for the word it governs: "will now also, officials say, leave" is beyond it.
    private const int Reach = 4;

    /// <summary>Whether a word can be a mark at all; most cannot, and are passed over.</summary>
    public static bool MayMark(string word) =>
        word == "in" || IsDenial(word) || IsNegation(word, "to") || ProspectOf(word, "to") != Level.None || Demand(word, "for") != Level.None
        || Certainty(word) != Level.None || HedgeOf(word) != Hedge.None;

    /// <summary>The force of each word; meaningful for content words.</summary>
    public static Modality[] Read(Sentence statement)
    {
        var modalities = new Modality[statement.Count];
        for (var at = 0; at < modalities.Length; at++)
            modalities[at] = Modality.PlainAt(at);

        for (var at = 0; at < modalities.Length; at++)
        {
            if (!statement.Forms[at].MayMark)
                continue;
            var word = statement.Forms[at].Folded;
            var following = at + 1 < modalities.Length ? statement.Forms[at + 1].Folded : "";
            if (IsNegation(word, following) && !(at > 0 && statement.Forms[at - 1].Folded == "or") && !IsInCompound(statement, at))
                Mark(statement, modalities, at, modality => modality with { Negated = true });
            if (ProspectOf(word, following) is var prospect and not Level.None)
                Mark(statement, modalities, at, modality => modality with { Prospect = Weaker(modality.Prospect, prospect) });
            if (Demand(word, following) is var demand and not Level.None)
                Mark(statement, modalities, at, modality => modality with { Demand = demand });
            if (Certainty(word) is var certainty and not Level.None)
                Mark(statement, modalities, at, modality => modality with { Certainty = certainty });
            if (HedgeOf(word) is var hedge and not Hedge.None)
                Mark(statement, modalities, at, modality => modality with { Hedged = hedge });
            if (word == "in" && following == "principle")
                MarkBefore(statement, modalities, at);
        }

        return modalities;
    }

    /// <summary>Whether anything is denied in the sentence.</summary>
    public static bool HasNegation(Sentence statement)
    {
        for (var at = 0; at < statement.Count; at++)
        {
            if (statement.Forms[at].MayMark
                && (IsDenial(statement.Forms[at].Folded) || IsNegation(statement.Forms[at].Folded, at + 1 < statement.Count ? statement.Forms[at + 1].Folded : "")))
            {
                return true;
            }
        }

        return false;
    }

    // "denied paying" denies; "denies arson" reports a plea, and the charge stands.
    private static bool IsDenial(string word) => word is "denied" or "denies" or "denying" or "without";

    /// <summary>Whether the word denies what follows.</summary>
    public static bool IsNegation(string word, string following) =>
        word is "not" or "never" or "cannot" or "neither" or "nor"
        || word.EndsWith("n't", StringComparison.Ordinal)
        || IsBareContraction(word)
        || (word == "no" && following is not ("longer" or "doubt" or "matter" or "more" or "one"))
        || (word is "refused" or "refuses" or "failed" or "fails" or "declined" or "declines" or "neglected" or "failure" or "failing" && following == "to");

    // "Havent", as texts have it that lost their apostrophes.
    private static bool IsBareContraction(string word) =>
        word.EndsWith("nt", StringComparison.Ordinal)
        && word is "cant" or "dont" or "doesnt" or "didnt" or "isnt" or "arent" or "wasnt" or "werent" or "hasnt" or "havent" or "hadnt" or "wouldnt" or "couldnt" or "shouldnt";

    // "Do-not-call" is a name for something and denies nothing.
    private static bool IsInCompound(Sentence statement, int at) =>
        at > 0 && at + 1 < statement.Count && statement.TextBetween(at - 1, at) is "-" && statement.TextBetween(at, at + 1) is "-";

    private static Level ProspectOf(string word, string following) => word switch
    {
        "will" or "would" or "shall" => Level.Firm,
        "may" or "might" or "could" => Level.Weak,
        "likely" or "probably" => Level.Middle,
        "plans" or "plan" or "planned" or "planning" or "intends" or "intend" or "intended" or "hopes" or "hope" or "hoped" or "aims" or "aim"
            or "expected" or "expects" or "scheduled" or "wants" or "want" or "seeks" or "seek" when following == "to" => Level.Middle,
        "considers" or "considering" or "mulls" or "mulling" or "weighing" or "weighs" => Level.Weak,
        _ => Level.None,
    };

    private static Level Demand(string word, string following) => word switch
    {
        "called" or "calls" or "calling" when following is "for" or "on" => Level.Weak,
        "urged" or "urges" or "urging" or "asked" or "asks" or "requested" or "requests" or "recommended" or "recommends" => Level.Weak,
        "demanded" or "demands" or "demanding" => Level.Middle,
        "ordered" or "orders" or "ordering" or "instructed" or "instructs" or "mandated" => Level.Firm,
        _ => Level.None,
    };

    private static Level Certainty(string word) => word switch
    {
        "feared" or "suspected" or "alleged" or "believed" or "presumed" or "unconfirmed" or "rumored" => Level.Weak,
        "confirmed" or "confirms" or "confirming" => Level.Firm,
        _ => Level.None,
    };

    private static Hedge HedgeOf(string word) => word switch
    {
        "reportedly" or "allegedly" or "apparently" => Hedge.Hearsay,
        "tentatively" or "provisionally" or "conditionally" or "partially" or "partly" => Hedge.Condition,
        _ => Hedge.None,
    };

    private static Level Weaker(Level one, Level other) => one == Level.None || other < one ? other : one;

    // The next content word is the one that the mark governs.
    private static void Mark(Sentence statement, Modality[] modalities, int at, Func<Modality, Modality> mark)
    {
        for (var next = at + 1; next < modalities.Length && next <= at + Reach; next++)
        {
            if (EndsReach(statement, next))
                return;
            if (!IsGoverned(statement, next))
                continue;
            modalities[next] = mark(modalities[next]) with { From = Math.Min(modalities[next].From, at), To = Math.Max(modalities[next].To, next) };
            return;
        }
    }

    private static void MarkBefore(Sentence statement, Modality[] modalities, int at)
    {
        for (var before = at - 1; before >= 0 && before >= at - Reach; before--)
        {
            if (!statement.IsContent(before))
                continue;
            modalities[before] = modalities[before] with { Hedged = Hedge.Condition, To = at + 1 };
            return;
        }
    }

    // What stands behind a comma or "whether" is another assertion.
    private static bool EndsReach(Sentence statement, int word) =>
        statement.Forms[word].Folded is "that" or "whether" or "if" or "because" or "why" or "how"
        || statement.Text.AsSpan(statement.Words[word - 1].Span.End, statement.Words[word].Span.Start - statement.Words[word - 1].Span.End).ContainsAny(",;:");

    private static bool IsGoverned(Sentence statement, int word) =>
        statement.IsContent(word)
        && statement.Forms[word].Folded is not ("likely" or "probably" or "expected" or "planned" or "plan" or "yet" or "currently" or "finally")
        && !statement.Forms[word].Folded.EndsWith("ly", StringComparison.Ordinal);
}
