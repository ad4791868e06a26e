namespace Briefing.Core.Stories;

/// <summary>
/// The weighted terms of articles, numbered from 0, eight bytes a term. Of each article they make a vector of length 1, and
/// its names and figures, weighed by how often they are mentioned, another.
/// </summary>
internal sealed class LeadVectors
{
    // A term's place in 64 bits: the term, its weight, its weight by mentions (not 0 for a fact, 0 for another word).
    private const int WeightShift = 16;
    private const float Scale = ushort.MaxValue;
    private const int BlockLength = 1 << 17;

    private readonly List<ulong[]> _blocks = [];
    private readonly (int Block, int Start, int Length)[] _places;
    private readonly StorySimilarity[] _measures;
    private readonly List<(uint Term, float Weight, float Mentions)> _kept = [];
    private int _free;

    /// <param name="articles">The articles to take, in the order in which they are to stand.</param>
    public LeadVectors(LeadStore leads, ReadOnlySpan<int> articles, TermWeights weights)
    {
        _places = new (int, int, int)[articles.Length];
        _measures = new StorySimilarity[articles.Length];
        for (var at = 0; at < articles.Length; at++)
            Add(at, leads[articles[at]], weights);
    }

    public int Count => _places.Length;

    /// <summary>Ascending by term (see <see cref="TermOf"/>).</summary>
    public ReadOnlySpan<ulong> this[int article]
    {
        get
        {
            var (block, start, length) = _places[article];
            return _blocks[block].AsSpan(start, length);
        }
    }

    public static uint TermOf(ulong code) => (uint)(code >> 32);

    /// <summary>In 65,535ths.</summary>
    public static ushort WeightOf(ulong code) => (ushort)(code >> WeightShift);

    public ref readonly StorySimilarity MeasureOf(int article) => ref _measures[article];

    public float Likeness(int one, int other, StoryThresholds bars) => _measures[one].LikenessTo(_measures[other], Multiply(this[one], this[other]), bars);

    /// <summary>The terms of one article as those of a group.</summary>
    public WeightedTerm[] TermsOf(int article)
    {
        var codes = this[article];
        var terms = new WeightedTerm[codes.Length];
        for (var at = 0; at < codes.Length; at++)
        {
            var (weight, mentions) = (WeightOf(codes[at]) / Scale, (ushort)codes[at] / Scale);
            terms[at] = new WeightedTerm(TermOf(codes[at]), mentions > 0 ? weight : 0, mentions, mentions > 0 ? 0 : weight);
        }

        return terms;
    }

    private static TermProducts Multiply(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        ulong all = 0, mentions = 0, words = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            var (a, b) = (left[i], right[j]);
            var (x, y) = (a >> 32, b >> 32);
            if (x == y)
            {
                var product = (ulong)WeightOf(a) * WeightOf(b);
                all += product;
                mentions += (a & ushort.MaxValue) * (b & ushort.MaxValue);
                words += (ushort)a == 0 && (ushort)b == 0 ? product : 0;
            }

            i += x <= y ? 1 : 0;
            j += y <= x ? 1 : 0;
        }

        const float Unit = 1 / (Scale * Scale);
        return new TermProducts(all * Unit, mentions * Unit, words * Unit);
    }

    private void Add(int at, LeadTerms article, TermWeights weights)
    {
        _kept.Clear();
        var (squares, mentionSquares, facts, sentence) = (0f, 0f, 0f, 0);
        for (var place = 0; place < article.Terms.Length; place++)
        {
            var (term, count, isFact) = (article.Terms[place], article.CountOf(place), article.IsFact(place));
            var (rarity, isUnique) = weights.RarityOf(term);
            var weight = TermWeights.Saturate(count) * rarity;
            var mentions = isFact ? TermWeights.OfMentions(count) * rarity : 0;
            squares += weight * weight;
            mentionSquares += mentions * mentions;
            facts += isFact ? weight * weight : 0;
            sentence += isFact && !Term.IsCommon(term) ? 1 : 0;

            // A term that no other article has shapes the length but brings no two together.
            if (weight > 0 && !isUnique)
                _kept.Add((term, weight, mentions));
        }

        _measures[at] = new StorySimilarity(squares > 0 ? facts / squares : 0, sentence, 1, article.Day ?? 0, article.Day is null ? 0 : 1, article.States);
        Keep(at, MathF.Sqrt(squares), MathF.Sqrt(mentionSquares));
    }

    private void Keep(int at, float length, float lengthOfMentions)
    {
        if (_blocks.Count == 0 || _free + _kept.Count > BlockLength)
        {
            _blocks.Add(GC.AllocateUninitializedArray<ulong>(BlockLength));
            _free = 0;
        }

        var codes = _blocks[^1].AsSpan(_free);
        for (var term = 0; term < _kept.Count; term++)
        {
            var (hash, weight, mentions) = _kept[term];
            var ofMentions = mentions > 0 ? InSteps(mentions / lengthOfMentions) : 0;
            codes[term] = ((ulong)hash << 32) | (InSteps(weight / length) << WeightShift) | ofMentions;
        }

        _places[at] = (_blocks.Count - 1, _free, _kept.Count);
        _free += _kept.Count;
    }

    // Never 0: what has a weight keeps one.
    private static ulong InSteps(float weight) => Math.Clamp((ulong)(weight * Scale), 1, ushort.MaxValue);
}
