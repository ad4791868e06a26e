using Briefing.Core.Text;

namespace Briefing.Core.Stories;

/// <summary>What besides the terms is asked of an article, or of a group as the sum over its articles, to compare it.</summary>
/// <param name="Facts">The share of names and figures in the squared length, 0 to 1 for one article.</param>
/// <param name="DistinctSentence">The number of those that are no common words.</param>
internal readonly record struct StorySimilarity(float Facts, float DistinctSentence, int Articles, double Days, int Dated, HeadlineParties States)
{
    public StorySimilarity Plus(in StorySimilarity other) => new(
        Facts + other.Facts, DistinctSentence + other.DistinctSentence, Articles + other.Articles, Days + other.Days, Dated + other.Dated, States.Plus(other.States));

    /// <summary>How alike two are, 0 to about 1: the mean over the pairs of articles, were all compared.</summary>
    /// <param name="products">Of the two's terms.</param>
    public float LikenessTo(in StorySimilarity other, in TermProducts products, StoryThresholds bars)
    {
        var pairs = (float)Articles * other.Articles;
        float? days = Dated > 0 && other.Dated > 0 ? (float)Math.Abs((Days / Dated) - (other.Days / other.Dated)) : null;
        return products.All / pairs * bars.FactorOfDays(days) * FactorOfFacts(other, products, pairs)
            * (States.AreOthersThan(other.States) ? bars.OtherParties : 1);
    }

    private float FactorOfFacts(in StorySimilarity other, in TermProducts products, float pairs)
    {
        var (left, right) = (Facts / Articles, other.Facts / other.Articles);
        if (left == 0 || right == 0)
            return 1;
        var words = products.Words / pairs / MathF.Sqrt((1 - left) * (1 - right));
        return StoryThresholds.FactorOfFacts(products.Mentions / pairs, words, Math.Min(DistinctSentence / Articles, other.DistinctSentence / other.Articles));
    }
}

/// <summary>Sums over common terms of the products of their weights.</summary>
/// <param name="All">Of facts and words together.</param>
internal readonly record struct TermProducts(float All, float Mentions, float Words);

/// <summary>How alike articles must be to report one event. Chosen on labelled sets: docs/measurements/stories.md.</summary>
internal sealed record StoryThresholds
{
    public static readonly StoryThresholds Standard = new();

    /// <summary>Least mean likeness of two groups' articles for them to be one story, 0 to 1.</summary>
    public float Likeness { get; init; } = 0.14f;

    /// <summary>
    /// Two groups that are close within themselves must be as close to each other, but for this share: look-alike events
    /// (the same kind of accident in two towns) share much, yet each less with the other than within itself.
    /// </summary>
    public float ShareOfCohesion { get; init; } = 0.7f;

    /// <summary>What likeness is worth on the same day; nearness in time speaks for one event.</summary>
    public float SameDay { get; init; } = 1.15f;

    /// <summary>What likeness is worth months apart; not nothing, since trials and inquiries follow an event late.</summary>
    public float FarApart { get; init; } = 0.7f;

    /// <summary>What likeness is worth where the headlines name other parties to a meeting, a treaty or a quarrel.</summary>
    public float OtherParties { get; init; } = 0.15f;

    private const float DecayDays = 7;

    // Articles that copy from one another are closer than any two independent accounts, and must not shut those out.
    private const float MaxCohesion = 0.4f;

    // A pair is put together because it is the most alike, so its likeness flatters; it is drawn towards the bar as by one more pair.
    private const float PriorPairs = 1;

    private const float DoubtPerFact = 0.7f;

    // Two hands seldom choose the same words this often, so from here on one text was made from the other or from its template,
    // and facts that disagree tell the more.
    private const float FreeOfTemplates = 0.4f;
    private const float SurelyOneTemplate = 0.7f;
    private const float SharpnessForTemplates = 3;

    /// <summary>
    /// What likeness is worth when names and figures bear it out or not. Accounts of one event share the names and figures they
    /// mention most at least as they share other words; look-alike events, told by one template, share the words alone.
    /// </summary>
    /// <param name="facts">Likeness of the names and figures by how often they are mentioned, 0 to 1.</param>
    /// <param name="words">Likeness of all other words, 0 to 1.</param>
    /// <param name="sentence">How many telling names and figures the poorer side has: where it has few, sharing none says little.</param>
    public static float FactorOfFacts(float facts, float words, float sentence)
    {
        var sameTemplate = Math.Clamp((words - FreeOfTemplates) / (SurelyOneTemplate - FreeOfTemplates), 0, 1);
        var sharpness = 1 + ((SharpnessForTemplates - 1) * sameTemplate);
        var borneOut = facts >= words ? 1 : MathF.Pow(facts / words, sharpness);
        var certainty = 1 - MathF.Pow(DoubtPerFact, sentence);
        return 1 - (certainty * (1 - borneOut));
    }

    /// <summary>What likeness is worth across so many days; 1 where a day is not known.</summary>
    public float FactorOfDays(float? days) =>
        days is { } gap ? FarApart + ((SameDay - FarApart) * MathF.Exp(-gap / DecayDays)) : 1;

    /// <summary>
    /// The likeness two groups must reach, given the sums and numbers of likenesses within each. A single article counts as one
    /// pair at the bar, so it does not slip into a close group by merely touching its subject.
    /// </summary>
    public float Between(double leftSum, double leftPairs, double rightSum, double rightPairs) =>
        leftPairs == 0 && rightPairs == 0
            ? Likeness
            : Math.Max(Likeness, ShareOfCohesion * (Cohesion(leftSum, leftPairs) + Cohesion(rightSum, rightPairs)) / 2);

    private float Cohesion(double sum, double pairs) =>
        Math.Min(MaxCohesion, (float)((sum + (PriorPairs * Likeness)) / (pairs + PriorPairs)));
}
