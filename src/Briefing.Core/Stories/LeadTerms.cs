using Briefing.Core.Text;

namespace Briefing.Core.Stories;

/// <summary>What the headline and the first words of an article are about, as numbers.</summary>
public readonly ref struct LeadTerms
{
    internal const ushort FactBit = 0x8000;
    internal const ushort MaxCounted = FactBit - 1;

    /// <param name="terms">Words and pairs of words by their hash (see <see cref="Term"/>), ascending, each once.</param>
    /// <param name="counts">How often each occurs (see <see cref="CountOf"/>), the highest bit for names and figures.</param>
    /// <param name="day">Days since 1970-01-01 of the publication; null when the article is undated.</param>
    /// <param name="states">Those that headline and opening name.</param>
    internal LeadTerms(ReadOnlySpan<uint> terms, ReadOnlySpan<ushort> counts, int? day, HeadlineParties states)
    {
        Terms = terms;
        Counts = counts;
        Day = day;
        States = states;
    }

    public int? Day { get; }

    internal HeadlineParties States { get; }

    internal ReadOnlySpan<uint> Terms { get; }

    internal ReadOnlySpan<ushort> Counts { get; }

    /// <summary>Occurrences in tenths; headline, names and figures count for more.</summary>
    internal int CountOf(int at) => Counts[at] & MaxCounted;

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

/// <summary>
/// The <see cref="LeadTerms"/> of many articles, compactly: six bytes a term, in blocks, so that it grows without copying and
/// gives the collector little to look at. Articles are numbered from 0 in the order added.
/// </summary>
public sealed class LeadStore
{
    private const int BlockLength = 1 << 17;
    private const int Undated = int.MinValue;

    private readonly List<(uint[] Terms, ushort[] Counts)> _blocks = [];
    private readonly List<Place> _places = [];
    private int _free;

    public int Count => _places.Count;

    public LeadTerms this[int article]
    {
        get
        {
            var place = _places[article];
            var (terms, counts) = _blocks[place.Block];
            return new LeadTerms(
                terms.AsSpan(place.Start, place.Length),
                counts.AsSpan(place.Start, place.Length),
                place.Day == Undated ? null : place.Day,
                place.States);
        }
    }

    /// <summary>Keeps a copy.</summary>
    public void Add(LeadTerms lead)
    {
        var length = lead.Terms.Length;
        if (_blocks.Count == 0 || _free + length > BlockLength)
        {
            _blocks.Add((GC.AllocateUninitializedArray<uint>(BlockLength), GC.AllocateUninitializedArray<ushort>(BlockLength)));
            _free = 0;
        }

        lead.Terms.CopyTo(_blocks[^1].Terms.AsSpan(_free));
        lead.Counts.CopyTo(_blocks[^1].Counts.AsSpan(_free));
        _places.Add(new Place(_blocks.Count - 1, _free, length, lead.Day ?? Undated, lead.States));
        _free += length;
    }

    private readonly record struct Place(int Block, int Start, int Length, int Day, HeadlineParties States);
}
