namespace Briefing.Core.Stories.Grouping;

/// <summary>An article or a group of articles as it is compared. Sums over the articles, so that a group is as quick to compare as one.</summary>
internal readonly record struct WeightedLead(TermVector Sum, FactMeasure Facts, int Articles, double Days, int Dated)
{
    public static WeightedLead Of(LeadTerms article, TermWeights weights)
    {
        var size = article.Terms.Length;
        var vector = new TermVector(new uint[size], new float[size], new float[size], new float[size]);
        var (kept, squares, measure) = (0, 0f, default(FactMeasure));
        for (var at = 0; at < size; at++)
        {
            var term = article.Terms[at];
            var weight = weights.Of(term, article.CountOf(at));
            squares += weight * weight;
            if (article.IsFact(at))
                measure = measure.With(weight * weight, article.IsHeadFact(at), isTelling: !Term.IsCommon(term));

            // A term that no other article has shapes the length but brings no two together.
            if (weight == 0 || weights.IsUnique(term))
                continue;
            vector.Terms[kept] = term;
            vector.Facts[kept] = article.IsFact(at) ? weight : 0;
            vector.Heads[kept] = article.IsHeadFact(at) ? weight : 0;
            vector.Words[kept] = article.IsFact(at) ? 0 : weight;
            kept++;
        }

        Scale(vector, kept, MathF.Sqrt(squares));
        return new WeightedLead(
            vector.Heaviest(kept, TermVector.MaximumTerms), measure.Over(squares), 1, article.Day ?? 0, article.Day is null ? 0 : 1);
    }

    public WeightedLead Plus(in WeightedLead other) => new(
        Sum.Plus(other.Sum), Facts.Plus(other.Facts), Articles + other.Articles, Days + other.Days, Dated + other.Dated);

    /// <summary>How alike the two are, 0 to about 1: the mean over the pairs of articles, were all compared.</summary>
    public float LikenessTo(in WeightedLead other, StoryBars bars)
    {
        var products = Sum.Dot(other.Sum);
        float? days = Dated > 0 && other.Dated > 0 ? (float)Math.Abs((Days / Dated) - (other.Days / other.Dated)) : null;
        return products.All / ((float)Articles * other.Articles) * bars.FactorOfDays(days) * FactorOfFacts(products, other);
    }

    private float FactorOfFacts(TermVector.Products products, in WeightedLead other)
    {
        var (left, right) = (Facts.Mean(Articles), other.Facts.Mean(other.Articles));
        if (left.Heads == 0 || right.Heads == 0)
            return 1;
        var pairs = (float)Articles * other.Articles;
        var heads = products.Heads / pairs / MathF.Sqrt(left.Heads * right.Facts);
        var otherHeads = products.OtherHeads / pairs / MathF.Sqrt(left.Facts * right.Heads);
        var words = products.Words / pairs / MathF.Sqrt((1 - left.Facts) * (1 - right.Facts));
        return StoryBars.FactorOfFacts((heads + otherHeads) / 2, words, Math.Min(left.Telling, right.Telling));
    }

    private static void Scale(TermVector vector, int count, float length)
    {
        for (var at = 0; at < count; at++)
        {
            vector.Facts[at] /= length;
            vector.Heads[at] /= length;
            vector.Words[at] /= length;
        }
    }
}

/// <summary>How much of an article, or on adding up of several, is names and figures.</summary>
/// <param name="Facts">Their share of the squared length, 0 to 1 for one article.</param>
/// <param name="Heads">The share of those that headline or opening name.</param>
/// <param name="Telling">The number of those that are no common words.</param>
internal readonly record struct FactMeasure(float Facts, float Heads, float Telling)
{
    public FactMeasure With(float square, bool isHead, bool isTelling) =>
        new(Facts + square, Heads + (isHead ? square : 0), Telling + (isTelling ? 1 : 0));

    public FactMeasure Over(float squares) => squares > 0 ? this with { Facts = Facts / squares, Heads = Heads / squares } : default;

    public FactMeasure Plus(FactMeasure other) => new(Facts + other.Facts, Heads + other.Heads, Telling + other.Telling);

    public FactMeasure Mean(int articles) => new(Facts / articles, Heads / articles, Telling / articles);
}
