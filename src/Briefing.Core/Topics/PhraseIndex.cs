using System.Collections.Immutable;
using Briefing.Core.Text;

namespace Briefing.Core.Topics;

/// <summary>
/// Finds all configured phrases in a text in one pass. Every spelling of a word is folded and looked up once; after that a word
/// costs one hash lookup, so that a day's articles cost milliseconds.
/// </summary>
/// <remarks>Not for use by several threads at once.</remarks>
internal sealed class PhraseIndex
{
    // A day's news has some 50,000 spellings; beyond this many the memory is worth more than the time.
    private const int MaxRememberedWords = 200_000;

    private readonly Dictionary<string, TopicWord> _remembered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TopicWord>.AlternateLookup<ReadOnlySpan<char>> _rememberedBySpan;
    private readonly Dictionary<WordPattern, int> _patterns = [];
    private readonly Dictionary<string, List<int>> _wholeWords = new(StringComparer.Ordinal);
    private readonly List<(WordPattern Pattern, int Id)> _prefixes = [];
    private readonly List<WordPattern> _patternOf = [];
    private readonly List<CompiledPhrase> _phrases = [];

    // For each word pattern, the rows of phrases that begin with it.
    private readonly List<List<(int Phrase, bool IsSecond)>> _rowsFrom = [];

    public PhraseIndex() => _rememberedBySpan = _remembered.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _phrases.Count;

    /// <summary>Adds a phrase and returns its number; phrases are numbered from 0 in the order added.</summary>
    public int Add(PhrasePattern pattern)
    {
        var phrase = new CompiledPhrase(Compile(pattern.First), Compile(pattern.Second), pattern.Reach);
        _phrases.Add(phrase);
        _rowsFrom[phrase.First[0]].Add((_phrases.Count - 1, false));
        if (phrase.Second.Length > 0)
            _rowsFrom[phrase.Second[0]].Add((_phrases.Count - 1, true));
        _remembered.Clear();
        return _phrases.Count - 1;
    }

    /// <summary>The words of a part of a text. Linear.</summary>
    public List<FilingToken> Tokens(string text, int start, int end)
    {
        var tokens = new List<FilingToken>((end - start) / 5);
        var at = start;
        while (at < end)
        {
            if (!char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var from = at;
            at = EndOfAbbreviation(text, from, end);
            if (at == from)
                at = Math.Min(Tokenizer.EndOf(text, from), end);
            tokens.Add(new FilingToken(from, at, WordOf(text.AsSpan(from, at - from))));
        }

        return tokens;
    }

    /// <summary>Every phrase in the tokens from <paramref name="from"/> to before <paramref name="to"/>, by first token, then by phrase.</summary>
    public List<PhraseHit> Find(List<FilingToken> tokens, int from, int to)
    {
        var hits = new List<PhraseHit>();
        List<(PhraseHit Hit, bool IsSecond)>? halves = null;
        for (var at = from; at < to; at++)
        {
            foreach (var pattern in tokens[at].Word.Patterns)
            {
                foreach (var (phrase, isSecond) in _rowsFrom[pattern])
                {
                    var row = isSecond ? _phrases[phrase].Second : _phrases[phrase].First;
                    if (!Stands(row, tokens, at, to))
                        continue;
                    var hit = new PhraseHit(phrase, at, at + row.Length - 1);
                    if (_phrases[phrase].Second.Length == 0)
                        hits.Add(hit);
                    else
                        (halves ??= []).Add((hit, isSecond));
                }
            }
        }

        if (halves is not null)
            Join(halves, hits);
        return hits;
    }

    private void Join(List<(PhraseHit Hit, bool IsSecond)> halves, List<PhraseHit> hits)
    {
        foreach (var (first, firstIsSecond) in halves)
        {
            if (firstIsSecond)
                continue;
            foreach (var (second, isSecond) in halves)
            {
                if (!isSecond || second.Phrase != first.Phrase)
                    continue;
                var between = first.First < second.First ? second.First - first.Last - 1 : first.First - second.Last - 1;
                if (between >= 0 && between <= _phrases[first.Phrase].Reach)
                    hits.Add(new PhraseHit(first.Phrase, Math.Min(first.First, second.First), Math.Max(first.Last, second.Last)));
            }
        }

        hits.Sort((left, right) => left.First != right.First ? left.First.CompareTo(right.First) : left.Phrase.CompareTo(right.Phrase));
    }

    private static bool Stands(int[] row, List<FilingToken> tokens, int at, int to)
    {
        if (at + row.Length > to)
            return false;
        for (var step = 1; step < row.Length; step++)
        {
            if (Array.IndexOf(tokens[at + step].Word.Patterns, row[step]) < 0)
                return false;
        }

        return true;
    }

    private int[] Compile(ImmutableArray<WordPattern> row)
    {
        var ids = new int[row.Length];
        for (var at = 0; at < row.Length; at++)
        {
            if (!_patterns.TryGetValue(row[at], out var id))
            {
                id = _patternOf.Count;
                _patterns.Add(row[at], id);
                _patternOf.Add(row[at]);
                _rowsFrom.Add([]);
                if (row[at].IsPrefix)
                    _prefixes.Add((row[at], id));
                else
                    (_wholeWords.TryGetValue(row[at].Key, out var sameKey) ? sameKey : _wholeWords[row[at].Key] = []).Add(id);
            }

            ids[at] = id;
        }

        return ids;
    }

    private TopicWord WordOf(ReadOnlySpan<char> written)
    {
        if (_rememberedBySpan.TryGetValue(written, out var known))
            return known;
        if (_remembered.Count >= MaxRememberedWords)
            _remembered.Clear();
        var text = written.ToString();
        var word = Examine(text);
        _remembered.Add(text, word);
        return word;
    }

    private TopicWord Examine(string written)
    {
        var plain = char.IsDigit(written[0]) ? written : written.Replace(".", "", StringComparison.Ordinal);
        var folded = WordFolding.Fold(plain);
        var duty = WordRoles.Of(folded);
        var isCapitalized = char.IsUpper(written[0]);
        if (duty == WordRole.Calendar && !isCapitalized)
            duty = WordRole.None;
        return new TopicWord(folded, PatternsOf(plain, folded), isCapitalized, char.IsDigit(written[0]), duty);
    }

    private int[] PatternsOf(string plain, string folded)
    {
        List<int>? met = null;
        var inCapitals = char.IsUpper(plain[0]) && (plain.Length < 2 || char.IsUpper(plain[1]));
        if (_wholeWords.TryGetValue(WordPattern.Singular(folded), out var ids))
        {
            foreach (var id in ids)
            {
                if (!_patternOf[id].CapitalsOnly || inCapitals)
                    (met ??= []).Add(id);
            }
        }

        foreach (var (pattern, id) in _prefixes)
        {
            if (folded.StartsWith(pattern.Key, StringComparison.Ordinal) && (!pattern.CapitalsOnly || inCapitals))
                (met ??= []).Add(id);
        }

        return met is null ? [] : [.. met];
    }

    // "U.K." and "U.S" are one word, though a point parts words elsewhere. The end without the last point; the start where there is none.
    private static int EndOfAbbreviation(string text, int start, int limit)
    {
        var at = start;
        var letters = 0;
        while (at < limit && char.IsUpper(text[at]) && (at + 1 >= limit || !char.IsLetterOrDigit(text[at + 1])))
        {
            letters++;
            if (at + 2 >= limit || text[at + 1] != '.' || !char.IsUpper(text[at + 2]))
                return letters > 1 ? at + 1 : start;
            at += 2;
        }

        return start;
    }

    private sealed record CompiledPhrase(int[] First, int[] Second, int Reach);
}

/// <summary>A phrase found, by the numbers of its first and last token.</summary>
internal readonly record struct PhraseHit(int Phrase, int First, int Last);
