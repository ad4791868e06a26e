namespace Briefing.Core.Stories.Grouping;

/// <summary>What the headline and the first words of an article are about, as numbers.</summary>
public readonly ref struct LeadTerms
{
    internal const ushort FactBit = 0x8000;
    internal const ushort MostCounted = FactBit - 1;

    /// <param name="terms">Words and pairs of words by their hash (see <see cref="Term"/>), ascending, each once.</param>
    /// <param name="counts">How often each occurs (see <see cref="CountOf"/>), the highest bit for names and figures.</param>
    /// <param name="day">Days since 1970-01-01 of the publication; null when the article is undated.</param>
    /// <param name="states">Those that headline and opening name.</param>
    internal LeadTerms(ReadOnlySpan<uint> terms, ReadOnlySpan<ushort> counts, int? day, NamedStates states)
    {
        Terms = terms;
        Counts = counts;
        Day = day;
        States = states;
    }

    public int? Day { get; }

    internal NamedStates States { get; }

    internal ReadOnlySpan<uint> Terms { get; }

    internal ReadOnlySpan<ushort> Counts { get; }

    /// <summary>Occurrences in tenths; headline, names and figures count for more.</summary>
    internal int CountOf(int at) => Counts[at] & MostCounted;

    /// <summary>Whether the term is a name or a figure here: what tells one event from another of its kind.</summary>
    internal bool IsFact(int at) => (Counts[at] & FactBit) != 0;

    /// <summary>An order that the content alone decides: by day, the undated first, then by terms.</summary>
    internal static int Compare(LeadTerms x, LeadTerms y)
    {
        var byDay = Nullable.Compare(x.Day, y.Day);
        if (byDay != 0)
            return byDay;
        var byTerms = x.Terms.SequenceCompareTo(y.Terms);
        return byTerms != 0 ? byTerms : x.Counts.SequenceCompareTo(y.Counts);
    }
}
