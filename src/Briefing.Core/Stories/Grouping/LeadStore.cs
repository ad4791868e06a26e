namespace Briefing.Core.Stories.Grouping;

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

    private readonly record struct Place(int Block, int Start, int Length, int Day, NamedStates States);
}
