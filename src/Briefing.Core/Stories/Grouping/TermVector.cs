namespace Briefing.Core.Stories.Grouping;

/// <summary>
/// Weights of terms, ascending by term: as a name or figure, as one of those in headline or opening, and as any other word. The vector of one article has length 1; that
/// of a group is the sum of its articles'.
/// </summary>
internal readonly record struct TermVector(uint[] Terms, float[] Facts, float[] Heads, float[] Words)
{
    /// <summary>Terms kept of a group's sum: the lightest go first, so a story of a thousand reports stays cheap to compare.</summary>
    public const int MaximumTerms = 1024;

    /// <summary>Sums over common terms of the products of their weights, in all, of head facts with facts, and of other words alone. Linear.</summary>
    public Products Dot(in TermVector other)
    {
        var (left, right) = (Terms, other.Terms);
        var (all, heads, otherHeads, words) = (0f, 0f, 0f, 0f);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (a, b) = (left[i], right[j]);
            if (a == b)
            {
                heads += Heads[i] * other.Facts[j];
                otherHeads += Facts[i] * other.Heads[j];
                words += Words[i] * other.Words[j];
                all += (Facts[i] + Words[i]) * (other.Facts[j] + other.Words[j]);
            }

            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return new Products(all, heads, otherHeads, words);
    }

    /// <summary>The sum of two vectors.</summary>
    public TermVector Plus(in TermVector other)
    {
        var size = Terms.Length + other.Terms.Length;
        var (sum, length) = (new TermVector(new uint[size], new float[size], new float[size], new float[size]), 0);
        for (int i = 0, j = 0; i < Terms.Length || j < other.Terms.Length; length++)
        {
            var takesLeft = j == other.Terms.Length || (i < Terms.Length && Terms[i] <= other.Terms[j]);
            var takesRight = i == Terms.Length || (j < other.Terms.Length && other.Terms[j] <= Terms[i]);
            sum.Terms[length] = takesLeft ? Terms[i] : other.Terms[j];
            sum.Facts[length] = (takesLeft ? Facts[i] : 0) + (takesRight ? other.Facts[j] : 0);
            sum.Heads[length] = (takesLeft ? Heads[i] : 0) + (takesRight ? other.Heads[j] : 0);
            sum.Words[length] = (takesLeft ? Words[i] : 0) + (takesRight ? other.Words[j] : 0);
            i += takesLeft ? 1 : 0;
            j += takesRight ? 1 : 0;
        }

        return sum.Heaviest(length, MaximumTerms);
    }

    /// <summary>The heaviest of the first <paramref name="length"/> terms.</summary>
    public TermVector Heaviest(int length, int most)
    {
        if (length <= most)
            return new TermVector(Terms[..length], Facts[..length], Heads[..length], Words[..length]);

        var order = new int[length];
        var lightness = new float[length];
        for (var at = 0; at < length; at++)
            (order[at], lightness[at]) = (at, -(Facts[at] + Words[at]));
        Array.Sort(lightness, order);
        Array.Resize(ref order, most);
        Array.Sort(order);
        var (terms, facts, heads, words) = this;
        return new TermVector(
            Array.ConvertAll(order, at => terms[at]),
            Array.ConvertAll(order, at => facts[at]),
            Array.ConvertAll(order, at => heads[at]),
            Array.ConvertAll(order, at => words[at]));
    }

    /// <param name="Heads">This vector's head facts with the other's facts.</param>
    /// <param name="OtherHeads">The other's head facts with this vector's facts.</param>
    public readonly record struct Products(float All, float Heads, float OtherHeads, float Words);
}
