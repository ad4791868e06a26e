namespace Briefing.Core.Stories.Grouping;

/// <summary>
/// Weights of terms, ascending by term. The vector of one article has length 1; that of a group is the sum of its articles'.
/// </summary>
/// <param name="Facts">As a name or figure.</param>
/// <param name="Mentions">As a name or figure among those alone, by how often it is mentioned; a vector of length 1 of its own.</param>
/// <param name="Words">As any other word.</param>
internal readonly record struct TermVector(uint[] Terms, float[] Facts, float[] Mentions, float[] Words)
{
    /// <summary>Terms kept of a group's sum: the lightest go first, so a story of a thousand reports stays cheap to compare.</summary>
    public const int MaximumTerms = 1024;

    /// <summary>Sums over common terms of the products of their weights. Linear.</summary>
    public Products Dot(in TermVector other)
    {
        var (left, right) = (Terms, other.Terms);
        var (all, mentions, words) = (0f, 0f, 0f);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (a, b) = (left[i], right[j]);
            if (a == b)
            {
                mentions += Mentions[i] * other.Mentions[j];
                words += Words[i] * other.Words[j];
                all += (Facts[i] + Words[i]) * (other.Facts[j] + other.Words[j]);
            }

            i += a <= b ? 1 : 0;
            j += b <= a ? 1 : 0;
        }

        return new Products(all, mentions, words);
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
            sum.Mentions[length] = (takesLeft ? Mentions[i] : 0) + (takesRight ? other.Mentions[j] : 0);
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
            return new TermVector(Terms[..length], Facts[..length], Mentions[..length], Words[..length]);

        var order = new int[length];
        var lightness = new float[length];
        for (var at = 0; at < length; at++)
            (order[at], lightness[at]) = (at, -(Facts[at] + Words[at]));
        Array.Sort(lightness, order);
        Array.Resize(ref order, most);
        Array.Sort(order);
        var (terms, facts, mentions, words) = this;
        return new TermVector(
            Array.ConvertAll(order, at => terms[at]),
            Array.ConvertAll(order, at => facts[at]),
            Array.ConvertAll(order, at => mentions[at]),
            Array.ConvertAll(order, at => words[at]));
    }

    /// <param name="All">Of facts and words together.</param>
    public readonly record struct Products(float All, float Mentions, float Words);
}
