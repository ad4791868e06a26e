namespace Briefing.Core.Stories;

/// <summary>
/// Puts groups of articles together, the most alike first, while they are alike enough (see <see cref="StoryThresholds"/>).
/// </summary>
/// <remarks>
/// Average linkage (R. Sokal and C. Michener, 1958) over a sparse graph: for vectors of length 1 the mean likeness of all pairs
/// between two groups is the product of the groups' sums, so no pair need be looked at again. About n log n merges and updates
/// where an article has a bounded number of neighbours.
/// </remarks>
internal sealed class AverageLinkage
{
    /// <summary>Neighbours a group keeps, the nearest first.</summary>
    private const int MaxNeighbours = 256;

    private readonly Group?[] _groups;
    private readonly int[] _mergedInto;
    private readonly PriorityQueue<Proposal, Proposal> _proposals = new(ProposalOrder.Instance);

    private readonly StoryThresholds _bars;

    private AverageLinkage(LeadVectors vectors, StoryThresholds bars)
    {
        _bars = bars;
        _groups = new Group?[vectors.Count];
        _mergedInto = new int[vectors.Count];
        for (var at = 0; at < vectors.Count; at++)
        {
            _mergedInto[at] = at;
            _groups[at] = new Group(vectors, at);
        }
    }

    /// <summary>For each article the position of the first of its story.</summary>
    public static int[] Link(LeadVectors vectors, List<NeighbourPair> near, StoryThresholds bars)
    {
        var linkage = new AverageLinkage(vectors, bars);
        foreach (var pair in near)
            linkage.Propose(pair.Left, pair.Right, pair.Likeness);
        while (linkage._proposals.TryDequeue(out var best, out _))
            linkage.Consider(best);
        return [.. Enumerable.Range(0, vectors.Count).Select(linkage.GroupOf)];
    }

    private int GroupOf(int article)
    {
        while (_mergedInto[article] != article)
            article = _mergedInto[article] = _mergedInto[_mergedInto[article]];
        return article;
    }

    private void Propose(int left, int right, float likeness)
    {
        _groups[left]!.Neighbours[right] = likeness;
        _groups[right]!.Neighbours[left] = likeness;
        _proposals.Enqueue(Of(left, right, likeness), Of(left, right, likeness));
    }

    private Proposal Of(int left, int right, float likeness) =>
        new(Math.Min(left, right), Math.Max(left, right), likeness, _groups[left]!.Size + _groups[right]!.Size);

    private void Consider(Proposal proposal)
    {
        // A proposal outlives its groups when one of them has grown since; the grown pair was proposed anew.
        if (_groups[proposal.Left] is not { } left || _groups[proposal.Right] is not { } right)
            return;
        if (left.Size + right.Size != proposal.Size)
            return;
        if (proposal.Likeness >= _bars.Between(left.Likenesses, left.Pairs, right.Likenesses, right.Pairs))
            Merge(proposal, left, right);
    }

    private void Merge(Proposal proposal, Group left, Group right)
    {
        left.Absorb(right, proposal.Likeness);
        _groups[proposal.Right] = null;
        _mergedInto[proposal.Right] = proposal.Left;

        var neighbours = left.Neighbours.Concat(right.Neighbours)
            .Where(neighbour => neighbour.Key != proposal.Left && neighbour.Key != proposal.Right)
            .GroupBy(neighbour => neighbour.Key, (key, values) => (Id: key, Likeness: values.Max(value => value.Value)))
            .OrderByDescending(neighbour => neighbour.Likeness)
            .ThenBy(neighbour => neighbour.Id)
            .Take(MaxNeighbours)
            .ToList();
        foreach (var id in left.Neighbours.Keys.Concat(right.Neighbours.Keys))
        {
            _groups[id]?.Neighbours.Remove(proposal.Left);
            _groups[id]?.Neighbours.Remove(proposal.Right);
        }

        left.Neighbours.Clear();
        foreach (var (id, _) in neighbours)
        {
            // The mean over a union lies between the parts' means, so a pair below the bar does not rise above it by merging.
            var likeness = left.LikenessTo(_groups[id]!, _bars);
            if (likeness >= _bars.Likeness)
                Propose(proposal.Left, id, likeness);
        }
    }

    private readonly record struct Proposal(int Left, int Right, float Likeness, int Size);

    private sealed class ProposalOrder : IComparer<Proposal>
    {
        public static readonly ProposalOrder Instance = new();

        public int Compare(Proposal x, Proposal y) => (y.Likeness, x.Left, x.Right).CompareTo((x.Likeness, y.Left, y.Right));
    }

    private sealed class Group(LeadVectors vectors, int article)
    {
        private StorySimilarity _measure = vectors.MeasureOf(article);

        // Null while it is the one article.
        private WeightedTerm[]? _sum;

        public int Size => _measure.Articles;

        /// <summary>The sum of the likenesses of all pairs within.</summary>
        public double Likenesses { get; private set; }

        public double Pairs => Size * (Size - 1.0) / 2;

        public Dictionary<int, float> Neighbours { get; } = [];

        private WeightedTerm[] Terms => _sum ?? vectors.TermsOf(article);

        public float LikenessTo(Group other, StoryThresholds bars) =>
            _measure.LikenessTo(other._measure, WeightedTerm.Multiply(Terms, other.Terms), bars);

        public void Absorb(Group other, float likeness)
        {
            Likenesses += other.Likenesses + ((double)likeness * Size * other.Size);
            _sum = WeightedTerm.Add(Terms, other.Terms);
            _measure = _measure.Plus(other._measure);
        }
    }
}
