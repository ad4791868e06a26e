namespace Briefing.Core.Stories.Grouping;

/// <summary>An article or a group of articles as it is compared. Sums over the articles, so that a group is as quick to compare as one.</summary>
internal readonly record struct WeightedLead(TermVector Sum, FactMeasure Facts, int Articles, double Days, int Dated)
{
    public static WeightedLead Of(LeadTerms article, TermWeights weights)
    {
        var size = article.Terms.Length;
        var vector = new TermVector(new uint[size], new float[size], new float[size], new float[size]);
        var (kept, squares, mentionSquares, measure) = (0, 0f, 0f, default(FactMeasure));
        for (var at = 0; at < size; at++)
        {
            var term = article.Terms[at];
            var weight = weights.Of(term, article.CountOf(at));
            var mentions = article.IsFact(at) ? weights.OfMentions(term, article.CountOf(at)) : 0;
            squares += weight * weight;
            mentionSquares += mentions * mentions;
            if (article.IsFact(at))
                measure = measure.With(weight * weight, isTelling: !Term.IsCommon(term));

            // A term that no other article has shapes the length but brings no two together.
            if (weight == 0 || weights.IsUnique(term))
                continue;
            vector.Terms[kept] = term;
            vector.Facts[kept] = article.IsFact(at) ? weight : 0;
            vector.Mentions[kept] = mentions;
            vector.Words[kept] = article.IsFact(at) ? 0 : weight;
            kept++;
        }

        Scale(vector, kept, MathF.Sqrt(squares), MathF.Sqrt(mentionSquares));
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
        if (left.Facts == 0 || right.Facts == 0)
            return 1;
        var pairs = (float)Articles * other.Articles;
        var words = products.Words / pairs / MathF.Sqrt((1 - left.Facts) * (1 - right.Facts));
        return StoryBars.FactorOfFacts(products.Mentions / pairs, words, Math.Min(left.Telling, right.Telling));
    }

    private static void Scale(TermVector vector, int count, float length, float lengthOfMentions)
    {
        for (var at = 0; at < count; at++)
        {
            vector.Facts[at] /= length;
            vector.Words[at] /= length;
            vector.Mentions[at] = vector.Mentions[at] == 0 ? 0 : vector.Mentions[at] / lengthOfMentions;
        }
    }
}

/// <summary>How much of an article, or on adding up of several, is names and figures.</summary>
/// <param name="Facts">Their share of the squared length, 0 to 1 for one article.</param>
/// <param name="Telling">The number of those that are no common words.</param>
internal readonly record struct FactMeasure(float Facts, float Telling)
{
    public FactMeasure With(float square, bool isTelling) => new(Facts + square, Telling + (isTelling ? 1 : 0));

    public FactMeasure Over(float squares) => squares > 0 ? this with { Facts = Facts / squares } : default;

    public FactMeasure Plus(FactMeasure other) => new(Facts + other.Facts, Telling + other.Telling);

    public FactMeasure Mean(int articles) => new(Facts / articles, Telling / articles);
}
