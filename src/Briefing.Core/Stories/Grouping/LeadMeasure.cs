namespace Briefing.Core.Stories.Grouping;

/// <summary>What besides the terms is asked of an article, or of a group as the sum over its articles, to compare it.</summary>
/// <param name="Facts">The share of names and figures in the squared length, 0 to 1 for one article.</param>
/// <param name="Telling">The number of those that are no common words.</param>
internal readonly record struct LeadMeasure(float Facts, float Telling, int Articles, double Days, int Dated, NamedStates States)
{
    public LeadMeasure Plus(in LeadMeasure other) => new(
        Facts + other.Facts, Telling + other.Telling, Articles + other.Articles, Days + other.Days, Dated + other.Dated, States.Plus(other.States));

    /// <summary>How alike two are, 0 to about 1: the mean over the pairs of articles, were all compared.</summary>
    /// <param name="products">Of the two's terms.</param>
    public float LikenessTo(in LeadMeasure other, in TermProducts products, StoryBars bars)
    {
        var pairs = (float)Articles * other.Articles;
        float? days = Dated > 0 && other.Dated > 0 ? (float)Math.Abs((Days / Dated) - (other.Days / other.Dated)) : null;
        return products.All / pairs * bars.FactorOfDays(days) * FactorOfFacts(other, products, pairs)
            * (States.AreOthersThan(other.States) ? bars.OtherParties : 1);
    }

    private float FactorOfFacts(in LeadMeasure other, in TermProducts products, float pairs)
    {
        var (left, right) = (Facts / Articles, other.Facts / other.Articles);
        if (left == 0 || right == 0)
            return 1;
        var words = products.Words / pairs / MathF.Sqrt((1 - left) * (1 - right));
        return StoryBars.FactorOfFacts(products.Mentions / pairs, words, Math.Min(Telling / Articles, other.Telling / other.Articles));
    }
}

/// <summary>Sums over common terms of the products of their weights.</summary>
/// <param name="All">Of facts and words together.</param>
internal readonly record struct TermProducts(float All, float Mentions, float Words);
