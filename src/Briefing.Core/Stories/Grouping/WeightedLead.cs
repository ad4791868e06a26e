namespace Briefing.Core.Stories.Grouping;

/// <summary>An article or a group of articles as it is compared. Sums over the articles, so that a group is as quick to compare as one.</summary>
/// <param name="FactShares">For each article the share of its length (squared) that names and figures make, added up.</param>
/// <param name="TellingFacts">Names and figures that are not common ones, added up over the articles.</param>
/// <param name="Days">Days since 1970-01-01, added up over the dated articles.</param>
internal readonly record struct WeightedLead(
    TermVector Sum, int Articles, float FactShares, int TellingFacts, double Days, int Dated)
{
    public static WeightedLead Of(LeadTerms article, TermWeights weights)
    {
        var size = article.Terms.Length;
        var (terms, facts, words, kept) = (new uint[size], new float[size], new float[size], 0);
        var (squares, factSquares, tellingFacts) = (0f, 0f, 0);
        for (var at = 0; at < size; at++)
        {
            var term = article.Terms[at];
            var weight = weights.Of(term, article.CountOf(at));
            var isFact = article.IsFact(at);
            squares += weight * weight;
            factSquares += isFact ? weight * weight : 0;
            tellingFacts += isFact && !Term.IsCommon(term) ? 1 : 0;

            // A term that no other article has shapes the length but brings no two together.
            if (weight == 0 || weights.IsUnique(term))
                continue;
            terms[kept] = term;
            (facts[kept], words[kept]) = isFact ? (weight, 0f) : (0f, weight);
            kept++;
        }

        var length = MathF.Sqrt(squares);
        for (var at = 0; at < kept; at++)
        {
            facts[at] /= length;
            words[at] /= length;
        }

        var sum = TermVector.Heaviest(terms, facts, words, kept, TermVector.MaximumTerms);
        return new WeightedLead(sum, 1, squares > 0 ? factSquares / squares : 0, tellingFacts, article.Day ?? 0, article.Day is null ? 0 : 1);
    }

    public WeightedLead Plus(in WeightedLead other) => new(
        Sum.Plus(other.Sum),
        Articles + other.Articles,
        FactShares + other.FactShares,
        TellingFacts + other.TellingFacts,
        Days + other.Days,
        Dated + other.Dated);

    /// <summary>How alike the two are, 0 to about 1: the mean over the pairs of articles, were all compared.</summary>
    public float LikenessTo(in WeightedLead other, StoryBars bars)
    {
        var products = Sum.Dot(other.Sum);
        var pairs = (float)Articles * other.Articles;
        float? days = Dated > 0 && other.Dated > 0 ? (float)Math.Abs((Days / Dated) - (other.Days / other.Dated)) : null;
        return products.All / pairs * bars.FactorOfDays(days) * FactorOfFacts(products, other);
    }

    private float FactorOfFacts(TermVector.Products products, in WeightedLead other)
    {
        var (left, right) = (FactShares / Articles, other.FactShares / other.Articles);
        var pairs = (float)Articles * other.Articles;
        var facts = products.Facts / pairs / MathF.Sqrt(left * right);
        var words = products.Words / pairs / MathF.Sqrt((1 - left) * (1 - right));
        var telling = Math.Min((float)TellingFacts / Articles, (float)other.TellingFacts / other.Articles);
        return telling == 0 ? 1 : StoryBars.FactorOfFacts(facts, words, telling);
    }
}
