namespace Briefing.Core.Stories.Grouping;

/// <summary>What a term weighs in a group of articles: the sum over its articles.</summary>
/// <param name="Fact">As a name or figure.</param>
/// <param name="Mentions">As a name or figure among those alone, by how often it is mentioned.</param>
/// <param name="Word">As any other word.</param>
internal readonly record struct WeightedTerm(uint Term, float Fact, float Mentions, float Word)
{
    /// <summary>Terms kept of a group: the lightest go first, so a story of a thousand reports stays cheap to compare.</summary>
    private const int MaximumTerms = 1024;

    public WeightedTerm Plus(in WeightedTerm other) => new(Term, Fact + other.Fact, Mentions + other.Mentions, Word + other.Word);

    /// <summary>Linear.</summary>
    /// <param name="left">Ascending by term, each once.</param>
    /// <param name="right">Likewise.</param>
    public static TermProducts Multiply(ReadOnlySpan<WeightedTerm> left, ReadOnlySpan<WeightedTerm> right)
    {
        var (all, mentions, words) = (0f, 0f, 0f);
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            ref readonly var a = ref left[i];
            ref readonly var b = ref right[j];
            if (a.Term == b.Term)
            {
                all += (a.Fact + a.Word) * (b.Fact + b.Word);
                mentions += a.Mentions * b.Mentions;
                words += a.Word * b.Word;
            }

            i += a.Term <= b.Term ? 1 : 0;
            j += b.Term <= a.Term ? 1 : 0;
        }

        return new TermProducts(all, mentions, words);
    }

    public static WeightedTerm[] Add(ReadOnlySpan<WeightedTerm> left, ReadOnlySpan<WeightedTerm> right)
    {
        var sum = new WeightedTerm[left.Length + right.Length];
        var length = 0;
        for (int i = 0, j = 0; i < left.Length || j < right.Length; length++)
        {
            var takesLeft = j == right.Length || (i < left.Length && left[i].Term <= right[j].Term);
            var takesRight = i == left.Length || (j < right.Length && right[j].Term <= left[i].Term);
            sum[length] = takesLeft ? (takesRight ? left[i].Plus(right[j]) : left[i]) : right[j];
            i += takesLeft ? 1 : 0;
            j += takesRight ? 1 : 0;
        }

        return Heaviest(sum.AsSpan(0, length));
    }

    private static WeightedTerm[] Heaviest(Span<WeightedTerm> terms)
    {
        if (terms.Length > MaximumTerms)
        {
            terms.Sort((a, b) => (b.Fact + b.Word, a.Term).CompareTo((a.Fact + a.Word, b.Term)));
            terms = terms[..MaximumTerms];
            terms.Sort((a, b) => a.Term.CompareTo(b.Term));
        }

        return terms.ToArray();
    }
}
