namespace Briefing.Core.Claims.Sentences;

/// <summary>
/// How firmly a sentence asserts one of its words: denied, hedged, planned, demanded. Two sentences in which the same word has
/// different force do not say the same, however alike they read.
/// </summary>
/// <param name="Negated">"did not withdraw", "no date".</param>
/// <param name="Hedged">"agreed in principle", "reportedly agreed".</param>
/// <param name="Prospect">"may leave", "plans to leave", "will leave".</param>
/// <param name="Demand">"called for an inquiry", "ordered an inquiry".</param>
/// <param name="Certainty">"feared dead", "confirmed dead".</param>
/// <param name="Word">The asserted word.</param>
/// <param name="From">The first word that makes it so; the asserted word itself where nothing does.</param>
/// <param name="To">The last such word, or the asserted word where that stands later.</param>
internal readonly record struct Modality(bool Negated, Hedge Hedged, Level Prospect, Level Demand, Level Certainty, int Word, int From, int To)
{
    public static Modality PlainAt(int word) => new(false, Hedge.None, Level.None, Level.None, Level.None, word, word, word);

    public bool IsPlain => !Negated && Hedged == Hedge.None && Prospect == Level.None && Demand == Level.None && Certainty == Level.None;

    /// <summary>Whether one of the two claims more than the other, or the contrary. A word that says nothing of a scale disagrees with nothing on it.</summary>
    public bool Disagrees(Modality other) =>
        Negated != other.Negated || Hedged != other.Hedged
        || Differ(Prospect, other.Prospect) || Differ(Demand, other.Demand) || Differ(Certainty, other.Certainty);

    /// <summary>Whether they differ by steps of a scale or a condition, and not merely in a denial or in whose word it is.</summary>
    public bool DisagreesInDegree(Modality other) =>
        (Hedged != other.Hedged && (Hedged == Hedge.Condition || other.Hedged == Hedge.Condition))
        || Differ(Prospect, other.Prospect) || Differ(Demand, other.Demand) || Differ(Certainty, other.Certainty);

    private static bool Differ(Level one, Level other) => one != Level.None && other != Level.None && one != other;
}

/// <summary>Steps of a scale; what they mean depends on the scale.</summary>
internal enum Level
{
    /// <summary>The words say nothing of it.</summary>
    None,

    /// <summary>May; urged; feared.</summary>
    Weak,

    /// <summary>Plans to; is likely to.</summary>
    Middle,

    /// <summary>Will; ordered; confirmed.</summary>
    Firm,
}

/// <summary>What a hedge leaves open.</summary>
internal enum Hedge
{
    None,

    /// <summary>Whose word it is: "reportedly".</summary>
    Hearsay,

    /// <summary>How far it goes: "in principle", "provisionally".</summary>
    Condition,
}
