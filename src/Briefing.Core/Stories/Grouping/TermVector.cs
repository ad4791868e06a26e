namespace Briefing.Core.Stories.Grouping;

/// <summary>
/// Weights of terms, ascending by term, as a name or figure and as any other word. The vector of one article has length 1; that
/// of a group is the sum of its articles'.
/// </summary>
internal readonly record struct TermVector(uint[] Terms, float[] Facts, float[] Words)
{
    /// <summary>Terms kept of a group's sum: the lightest go first, so a story of a thousand reports stays cheap to compare.</summary>
    public const int MaximumTerms = 1024;

    /// <summary>Sums over common terms of the products of their weights, in all, of facts alone and of other words alone. Linear.</summary>
    public Products Dot(in TermVector other)
    {
        var (left, right) = (Terms, other.Terms);
        var (all, facts, words) = (0f, 0f, 0f);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (a, b) = (left[i], right[j]);
            if (a == b)
            {
                facts += Facts[i] * other.Facts[j];
                words += Words[i] * other.Words[j];
                all += (Facts[i] + Words[i]) * (other.Facts[j] + other.Words[j]);
            }

            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return new Products(all, facts, words);
    }

    /// <summary>The sum of two vectors.</summary>
    public TermVector Plus(in TermVector other)
    {
        var size = Terms.Length + other.Terms.Length;
        var (terms, facts, words, length) = (new uint[size], new float[size], new float[size], 0);
        for (int i = 0, j = 0; i < Terms.Length || j < other.Terms.Length; length++)
        {
            var takesLeft = j == other.Terms.Length || (i < Terms.Length && Terms[i] <= other.Terms[j]);
            var takesRight = i == Terms.Length || (j < other.Terms.Length && other.Terms[j] <= Terms[i]);
            terms[length] = takesLeft ? Terms[i] : other.Terms[j];
            facts[length] = (takesLeft ? Facts[i] : 0) + (takesRight ? other.Facts[j] : 0);
            words[length] = (takesLeft ? Words[i] : 0) + (takesRight ? other.Words[j] : 0);
            i += takesLeft ? 1 : 0;
            j += takesRight ? 1 : 0;
        }

        return Heaviest(terms, facts, words, length, MaximumTerms);
    }

    /// <summary>The heaviest of the first <paramref name="length"/> terms; of equal ones those first in order.</summary>
    public static TermVector Heaviest(uint[] terms, float[] facts, float[] words, int length, int most)
    {
        if (length <= most)
            return new TermVector(terms[..length], facts[..length], words[..length]);

        var order = new int[length];
        var lightness = new float[length];
        for (var at = 0; at < length; at++)
            (order[at], lightness[at]) = (at, -(facts[at] + words[at]));
        Array.Sort(lightness, order);
        Array.Resize(ref order, most);
        Array.Sort(order);
        return new TermVector(
            Array.ConvertAll(order, at => terms[at]), Array.ConvertAll(order, at => facts[at]), Array.ConvertAll(order, at => words[at]));
    }

    public readonly record struct Products(float All, float Facts, float Words);
}
