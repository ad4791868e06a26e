using Briefing.Core.Claims.Quotations;
using Briefing.Core.Claims.Relations;
using NodaTime;

namespace Briefing.Core.Claims.Sentences;

/// <summary>A statement as the merging compares it: a sentence, or a clause of one, with what its article tells about it.</summary>
internal sealed class ComparableClause
{
    private const int RunLength = 3;
    private const int StemBits = (1 << 21) - 1;

    // A stretch of more words is compared by its first ones.
    private const int MaxWords = 256;

    private readonly IEnumerable<Sentence> _before;
    private int[]? _stems;
    private int[]? _positions;
    private int[]? _content;
    private int[]? _plain;
    private Modality[]? _forces;
    private long[]? _runs;
    private List<NameRun>? _names;
    private ComparableClause? _stated;
    private StatementAnalysis? _analysis;

    /// <param name="before">The sentences just before it in its article; read when a pronoun asks for them.</param>
    public ComparableClause(Sentence statement, LocalDate? published, IEnumerable<Sentence>? before = null)
    {
        Sentence = statement;
        Published = published;
        _before = before ?? [];
    }

    public Sentence Sentence { get; }

    /// <summary>The article's day of publication, against which "Saturday" is read.</summary>
    public LocalDate? Published { get; }

    /// <summary>Indices of its different content words in order.</summary>
    public int[] Content => _content ??= ContentWords();

    /// <summary>Stems of its different content words in ascending order, dates and figures aside, which are compared as facts.</summary>
    public int[] Plain => _plain ??= PlainStems();

    /// <summary>For each of <see cref="Content"/> how firmly it is asserted, wherever in the sentence that is.</summary>
    public Modality[] Modalities => _forces ??= ReadModalities();

    /// <summary>Its runs of three words, by stem, in ascending order.</summary>
    public long[] Runs => _runs ??= ReadRuns();

    public List<NameRun> Names => _names ??= NameRuns.Of(Sentence);

    public bool HasNegation => ModalityReader.HasNegation(Sentence);

    /// <summary>"Denied", "rejected": what is denied is reported by the other side.</summary>
    public bool HasDenial => Array.Exists(Sentence.Forms, form => form.IsDenying);

    public bool IsConditional => Array.Exists(Sentence.Forms, form => form.IsConditional);

    public bool HasPersonalPronoun => Array.Exists(Sentence.Forms, form => form.IsPersonal);

    /// <summary>Figures, dates and names: what a poorer wording lacks.</summary>
    public int FactCount => Sentence.Figures.Count + Sentence.Dates.Count + Names.Count;

    /// <summary>The wording without a clause at its end that says only whose word it is.</summary>
    public ComparableClause Stated => _stated ??= AttributionClause.StartOf(Sentence) is var end && end < Sentence.Count ? Part(0, end) : this;

    /// <summary>Its grammar, as far as comparing needs it.</summary>
    public StatementAnalysis Analysis => _analysis ??= new StatementAnalysis(Sentence);

    // The different stems in ascending order; with them their first words.
    private int[] KnownStems
    {
        get
        {
            if (_stems is null)
                (_stems, _positions) = FirstPositions(Sentence);
            return _stems;
        }
    }

    /// <summary>A run of its words as a wording of its own; spans in it still point into the whole text.</summary>
    public ComparableClause Part(int first, int end) => new(Sentence.Part(first, end), Published, _before);

    /// <summary>Indices of the different content words of a stretch, in order.</summary>
    public int[] ContentOf(int first, int end)
    {
        Span<int> words = stackalloc int[Math.Min(end - first, MaxWords)];
        var count = 0;
        for (var at = first; at < end && count < words.Length; at++)
        {
            if (Sentence.IsContent(at) && !IsAmong(words[..count], Sentence.Stems[at]))
                words[count++] = at;
        }

        return words[..count].ToArray();
    }

    public int StemAt(int word) => Sentence.Stems[word];

    public bool Has(int stem) => Array.BinarySearch(KnownStems, stem) >= 0;

    /// <summary>The first word with this stem; −1 when there is none.</summary>
    public int PositionOf(int stem) => Array.BinarySearch(KnownStems, stem) is var at and >= 0 ? _positions![at] : -1;

    /// <summary>How many of these stems (ascending) it has.</summary>
    public int CountOf(int[] stems)
    {
        var known = KnownStems;
        var (found, mine) = (0, 0);
        foreach (var stem in stems)
        {
            while (mine < known.Length && known[mine] < stem)
                mine++;
            if (mine == known.Length)
                break;
            if (known[mine] == stem)
                found++;
        }

        return found;
    }

    /// <summary>Whether a name stands in the sentences just before it, so that its pronouns may mean that name.</summary>
    public bool IsNamedJustBefore(int stem)
    {
        foreach (var statement in _before)
        {
            for (var at = 0; at < statement.Count; at++)
            {
                if (statement.IsName[at] && statement.Stems[at] == stem)
                    return true;
            }
        }

        return false;
    }

    /// <summary>The folded word that a force is of.</summary>
    public string WordOf(Modality modality) => Sentence.Forms[modality.Word].Folded;

    /// <summary>A force as it is shown beside another: where it is plain, at the mention that has the other's form of the word.</summary>
    public Modality Shown(Modality modality, int word, string form)
    {
        if (!modality.IsPlain)
            return modality;
        for (var at = 0; at < Sentence.Count; at++)
        {
            if (Sentence.Stems[at] == Sentence.Stems[word] && Sentence.Forms[at].Folded == form)
                return Modality.PlainAt(at);
        }

        return modality;
    }

    private bool IsAmong(ReadOnlySpan<int> words, int stem)
    {
        foreach (var word in words)
        {
            if (Sentence.Stems[word] == stem)
                return true;
        }

        return false;
    }

    // The stems in ascending order, each with its first word.
    private static (int[] Stems, int[] Positions) FirstPositions(Sentence statement)
    {
        var keys = new long[statement.Count];
        for (var at = 0; at < keys.Length; at++)
            keys[at] = ((long)statement.Stems[at] << 32) | (uint)at;
        Array.Sort(keys);
        var (stems, positions, count) = (new int[keys.Length], new int[keys.Length], 0);
        foreach (var key in keys)
        {
            var stem = (int)(key >> 32);
            if (stem < 0 || (count > 0 && stems[count - 1] == stem))
                continue;
            stems[count] = stem;
            positions[count++] = (int)key;
        }

        return (stems[..count], positions[..count]);
    }

    private int[] ContentWords()
    {
        _ = KnownStems;
        var words = Array.FindAll(_positions!, Sentence.IsContent);
        Array.Sort(words);
        return words;
    }

    private int[] PlainStems()
    {
        var words = Array.FindAll(Content, word => !Entailment.IsFact(this, word));
        var stems = Array.ConvertAll(words, word => Sentence.Stems[word]);
        Array.Sort(stems);
        return stems;
    }

    // 21 bits a stem; two millions of them are not met with in one edition, and a chance likeness would do little.
    private long[] ReadRuns()
    {
        var stems = Sentence.Stems;
        var runs = new long[Math.Max(0, stems.Length - RunLength + 1)];
        for (var at = 0; at < runs.Length; at++)
            runs[at] = ((long)(stems[at] & StemBits) << 42) | ((long)(stems[at + 1] & StemBits) << 21) | (long)(stems[at + 2] & StemBits);
        Array.Sort(runs);
        return runs;
    }

    // "signed agreements … agreed in principle": the mention with a force of its own speaks for the word.
    private Modality[] ReadModalities()
    {
        var modalities = ModalityReader.Read(Sentence);
        for (var at = 0; at < modalities.Length; at++)
        {
            if (modalities[at].IsPlain || Sentence.Stems[at] < 0)
                continue;
            var first = PositionOf(Sentence.Stems[at]);
            if (modalities[first].IsPlain)
                modalities[first] = modalities[at];
        }

        return modalities;
    }
}
