using System.IO.Compression;
using System.Text;

namespace Briefing.Core.Text.Words;

/// <summary>
/// What WordNet 3.1 knows of English words: their senses, the most frequent first, and how these are related. An immutable table,
/// read from the assembly when it is first asked for (some 3 MB unpacked). Words are lower-case base forms; expressions are joined
/// by blanks ("throw out"). Made by tools/wordnet.py, which describes the layout.
/// </summary>
/// <remarks>Source: Fellbaum (ed.), WordNet: An Electronic Lexical Database, MIT Press, 1998; licence in THIRD-PARTY-NOTICES.md.</remarks>
internal sealed class WordNet
{
    private const string Resource = "words/wordnet.bin.zlib";
    private const int Classes = 4;
    private const int InstanceFlag = 4;

    private static readonly Lazy<WordNet> Loaded = new(() =>
    {
        using var stream = typeof(WordNet).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidDataException($"The assembly lacks {Resource}.");
        return Read(stream);
    });

    private readonly byte[] _letters;
    private readonly int[] _starts;
    private readonly Sense[] _senses;
    private readonly int[] _senseStarts;
    private readonly byte[] _kinds;
    private readonly SynsetLinks _general;
    private readonly SynsetLinks _similar;
    private readonly SynsetLinks _entailed;
    private readonly WordPair[] _antonyms;
    private readonly WordPair[] _derivations;

    private WordNet(Unpacker data)
    {
        if (!data.Header().SequenceEqual("BWN1"u8))
            throw new InvalidDataException($"{Resource} is of another format.");
        var (words, synsets) = (data.Number(), data.Number());
        (_letters, _starts) = Words(data, words);
        (_senses, _senseStarts) = Senses(data, words);
        _kinds = new byte[synsets];
        (_general, _similar, _entailed) = (new SynsetLinks(synsets), new SynsetLinks(synsets), new SynsetLinks(synsets));
        for (var synset = 0; synset < synsets; synset++)
        {
            _kinds[synset] = (byte)data.Number();
            _general.Read(data, synset);
            _similar.Read(data, synset);
            _entailed.Read(data, synset);
        }

        _antonyms = Pairs(data);
        _derivations = Pairs(data);
    }

    public static WordNet Default => Loaded.Value;

    /// <summary>How many words it knows.</summary>
    public int Count => _starts.Length - 1;

    /// <exception cref="InvalidDataException">The data is no such table, or is cut short.</exception>
    public static WordNet Read(Stream packed)
    {
        using var unpacked = new MemoryStream(4 << 20);
        using (var zlib = new ZLibStream(packed, CompressionMode.Decompress))
            zlib.CopyTo(unpacked);
        return new WordNet(new Unpacker(unpacked.GetBuffer(), (int)unpacked.Length));
    }

    /// <summary>The number of a word; −1 when it is unknown.</summary>
    /// <param name="word">Lower case.</param>
    public int Find(ReadOnlySpan<char> word)
    {
        Span<byte> key = stackalloc byte[64];
        if (word.IsEmpty || !Encoding.UTF8.TryGetBytes(word, key, out var length))
            return -1;
        key = key[..length];
        var (low, high) = (0, Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            switch (_letters.AsSpan(_starts[middle].._starts[middle + 1]).SequenceCompareTo(key))
            {
                case 0:
                    return middle;
                case < 0:
                    low = middle + 1;
                    break;
                default:
                    high = middle - 1;
                    break;
            }
        }

        return -1;
    }

    /// <summary>The senses of a word, the most frequent first.</summary>
    public ReadOnlySpan<Sense> SensesOf(int word, WordClass kind) =>
        _senses.AsSpan(_senseStarts[(word * Classes) + (int)kind].._senseStarts[(word * Classes) + (int)kind + 1]);

    /// <summary>How often the word was met as one of this class in WordNet's tagged texts, plus one for each sense.</summary>
    public int Frequency(int word, WordClass kind)
    {
        var met = 0;
        foreach (var sense in SensesOf(word, kind))
            met += sense.Met + 1;
        return met;
    }

    /// <summary>Whether one is the opposite of the other in a sense of each: directly, or, of adjectives, by a word near to one of them.</summary>
    public bool AreAntonyms(int one, int other)
    {
        foreach (var pair in PairsOf(_antonyms, one))
        {
            if (pair.Other == other)
                return true;
        }

        return IsOppositeOfSimilar(one, other) || IsOppositeOfSimilar(other, one);
    }

    /// <summary>The words derived from a word, with their class.</summary>
    public IEnumerable<(int Word, WordClass Kind)> DerivationsOf(int word, WordClass kind)
    {
        for (var at = FirstOf(_derivations, word); at < _derivations.Length && _derivations[at].One == word; at++)
        {
            if (_derivations[at].OneDetail == (int)kind)
                yield return (_derivations[at].Other, (WordClass)_derivations[at].OtherDetail);
        }
    }

    /// <summary>The next more general meanings.</summary>
    public ReadOnlySpan<int> MoreGeneral(int synset) => _general.Of(synset);

    /// <summary>What the meaning entails or causes.</summary>
    public ReadOnlySpan<int> Entailed(int synset) => _entailed.Of(synset);

    /// <summary>Whether its first sense as a noun is one certain thing: a town, a person, a river.</summary>
    public bool IsInstance(int word) => SensesOf(word, WordClass.Noun) is [var first, ..] && (_kinds[first.Synset] & InstanceFlag) != 0;

    private bool IsOppositeOfSimilar(int one, int other)
    {
        foreach (var mine in First(SensesOf(one, WordClass.Adjective), 2))
        {
            foreach (var pair in PairsOf(_antonyms, other))
            {
                if (_similar.Of(mine.Synset).Contains(pair.OtherDetail))
                    return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<Sense> First(ReadOnlySpan<Sense> senses, int count) => senses[..Math.Min(count, senses.Length)];

    private static ReadOnlySpan<WordPair> PairsOf(WordPair[] pairs, int word)
    {
        var first = FirstOf(pairs, word);
        var end = first;
        while (end < pairs.Length && pairs[end].One == word)
            end++;
        return pairs.AsSpan(first..end);
    }

    private static int FirstOf(WordPair[] pairs, int word)
    {
        var (low, high) = (0, pairs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pairs[middle].One < word)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private static (byte[] Letters, int[] Starts) Words(Unpacker data, int count)
    {
        var letters = new byte[count * 16];
        var starts = new int[count + 1];
        var end = 0;
        for (var word = 0; word < count; word++)
        {
            var (shared, rest) = (data.Number(), data.Number());
            while (end + shared + rest > letters.Length)
                Array.Resize(ref letters, letters.Length * 2);
            if (word > 0)
                letters.AsSpan(starts[word - 1], shared).CopyTo(letters.AsSpan(end));
            data.Bytes(rest).CopyTo(letters.AsSpan(end + shared));
            starts[word] = end;
            end += shared + rest;
        }

        starts[count] = end;
        return (letters, starts);
    }

    private static (Sense[] Senses, int[] Starts) Senses(Unpacker data, int words)
    {
        var senses = new List<Sense>(words * 2);
        var starts = new int[(words * Classes) + 1];
        for (var slot = 0; slot < words * Classes; slot++)
        {
            starts[slot] = senses.Count;
            for (var left = data.Number(); left > 0; left--)
                senses.Add(new Sense(data.Number(), data.Number()));
        }

        starts[^1] = senses.Count;
        return ([.. senses], starts);
    }

    private static WordPair[] Pairs(Unpacker data)
    {
        var pairs = new WordPair[data.Number()];
        var word = 0;
        for (var at = 0; at < pairs.Length; at++)
        {
            word += data.Number();
            pairs[at] = new WordPair(word, data.Number(), data.Number(), data.Number());
        }

        return pairs;
    }

    // Of antonyms the details are synsets, of derivations classes.
    private readonly record struct WordPair(int One, int OneDetail, int Other, int OtherDetail);

    private sealed class SynsetLinks(int count)
    {
        private readonly int[] _starts = new int[count + 1];
        private readonly List<int> _targets = new(count);

        public void Read(Unpacker data, int synset)
        {
            for (var left = data.Number(); left > 0; left--)
                _targets.Add(synset + data.Zigzag());
            _starts[synset + 1] = _targets.Count;
        }

        public ReadOnlySpan<int> Of(int synset) =>
            System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_targets)[_starts[synset].._starts[synset + 1]];
    }

    private sealed class Unpacker(byte[] data, int length)
    {
        private int _at;

        public ReadOnlySpan<byte> Header() => Bytes(4);

        public ReadOnlySpan<byte> Bytes(int count)
        {
            if (count > length - _at)
                throw new InvalidDataException($"{Resource} is cut short.");
            _at += count;
            return data.AsSpan(_at - count, count);
        }

        public int Number()
        {
            var (value, shift) = (0, 0);
            while (true)
            {
                if (_at >= length)
                    throw new InvalidDataException($"{Resource} is cut short.");
                var next = data[_at++];
                value |= (next & 0x7F) << shift;
                if (next < 0x80)
                    return value;
                shift += 7;
            }
        }

        public int Zigzag() => Number() is var value && (value & 1) == 0 ? value >> 1 : -(value + 1) / 2;
    }
}

/// <param name="Synset">The number of the meaning, which its synonyms share.</param>
/// <param name="Met">How often it was met in WordNet's tagged texts; at most 255.</param>
internal readonly record struct Sense(int Synset, int Met);

/// <summary>The classes of words that WordNet has.</summary>
internal enum WordClass
{
    Noun,
    Verb,
    Adjective,
    Adverb,
}
