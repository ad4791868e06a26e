using Briefing.Core.Language;

namespace Briefing.Core.Stories.Grouping;

internal enum WordKind : byte
{
    Word,
    Number,

    /// <summary>Grammar, or a single letter.</summary>
    Stop,
}

/// <summary>
/// Remembers what printed words fold and stem to: news repeats its words, and folding one is a hundred times dearer than
/// finding it here. Of fixed size; a word that lands on another's place replaces it.
/// </summary>
internal sealed class WordMemory
{
    private const int Places = 1 << 15;

    private readonly Entry[] _entries = new Entry[Places];

    public (uint Term, WordKind Kind) Fold(ReadOnlySpan<char> word)
    {
        var hash = 0xCBF29CE484222325UL;
        foreach (var c in word)
            hash = (hash ^ c) * 0x100000001B3UL;
        hash ^= hash >> 29;

        // Zero marks an empty place.
        var key = hash | 1;
        ref var entry = ref _entries[(hash >> 7) % Places];
        if (entry.Key != key)
        {
            var (term, kind) = FoldNew(word.ToString());
            entry = new Entry(key, term, kind);
        }

        return (entry.Term, entry.Kind);
    }

    private static (uint Term, WordKind Kind) FoldNew(string word)
    {
        var folded = WordFolding.Fold(word);
        if (char.IsDigit(word[0]))
            return (Term.OfWord(folded), WordKind.Number);
        if (folded.Length < 2 || StopWords.Contains(folded))
            return (0, WordKind.Stop);
        return (Term.OfWord(EnglishStemmer.Stem(folded.Trim('\''))), WordKind.Word);
    }

    private readonly record struct Entry(ulong Key, uint Term, WordKind Kind);
}
