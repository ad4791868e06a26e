using System.Runtime.InteropServices;
using System.Text;
using Briefing.Core.Text;

namespace Briefing.Core.Stories;

/// <summary>
/// Reads articles one after another into <see cref="LeadTerms"/>. Keeps its buffers and a memory of words it has folded, so a
/// long stream costs no string per word; not for use by several threads at once.
/// </summary>
public sealed class LeadReader
{
    /// <summary>
    /// News tells the event first, and boilerplate stands last. On the labelled sets 160 to 200 words group best
    /// (docs/measurements/stories.md); all the text is worse and dearer.
    /// </summary>
    private const int LeadWords = 200;

    /// <summary>Terms kept of one article; a lead of two hundred words seldom has more that tell anything.</summary>
    private const int MaximumTerms = 128;

    // How much an occurrence counts, in tenths.
    private const int Plain = 10;
    private const int InHeadline = 30;
    private const int Pair = 3;

    // Weights of terms in 64ths, for choosing the heaviest by counting: a weight is at most 3 times 7.
    private const float WeightSteps = 64;
    private const int HeaviestWeight = 2000;

    private readonly TokenCache _memory = new();
    private readonly List<LeadWord> _words = new(LeadWords + 40);
    private readonly HashSet<uint> _facts = [];
    private readonly TermCounts _counts = new();
    private readonly uint[] _terms = new uint[MaximumTerms];
    private readonly ushort[] _bits = new ushort[MaximumTerms];
    private readonly int[] _perWeight = new int[HeaviestWeight + 1];
    private readonly ulong[] _sorted = new ulong[MaximumTerms];
    private char[] _letters = [];

    /// <param name="day">Days since 1970-01-01; null when the article is undated.</param>
    /// <returns>Valid until the next reading.</returns>
    public LeadTerms Read(ReadOnlySpan<char> headline, ReadOnlySpan<char> text, int? day)
    {
        _words.Clear();
        _facts.Clear();
        _counts.Clear();
        Scan(headline, inHeadline: true, int.MaxValue);
        Scan(text, inHeadline: false, LeadWords);
        FindFacts();
        CountTerms();
        return Collect(day, HeadlineParties.Of(headline, text));
    }

    /// <summary>The same for UTF-8.</summary>
    public LeadTerms Read(ReadOnlySpan<byte> headline, ReadOnlySpan<byte> text, int? day)
    {
        if (_letters.Length < headline.Length + text.Length)
            _letters = new char[2 * (headline.Length + text.Length)];
        var headlineLength = Encoding.UTF8.GetChars(headline, _letters);
        var textLength = Encoding.UTF8.GetChars(text, _letters.AsSpan(headlineLength));
        return Read(_letters.AsSpan(0, headlineLength), _letters.AsSpan(headlineLength, textLength), day);
    }

    private void Scan(ReadOnlySpan<char> text, bool inHeadline, int limit)
    {
        var end = 0;
        var opensSentence = true;
        for (var span = Tokenizer.NextWord(text, 0); span.Length > 0 && limit > 0; span = Tokenizer.NextWord(text, span.End), limit--)
        {
            var gap = GapBetween(text[end..span.Start]);
            opensSentence |= gap == Gap.Sentence;
            var word = text[span.Start..span.End];
            var known = _memory.Fold(word);
            _words.Add(new LeadWord(known, char.IsUpper(word[0]), opensSentence, inHeadline, Apart: gap != Gap.None || end == 0));
            end = span.End;
            opensSentence = false;
        }
    }

    private static Gap GapBetween(ReadOnlySpan<char> between)
    {
        var gap = Gap.None;
        foreach (var c in between)
        {
            if (c is '.' or '!' or '?' or '\n' or ':' or ';' or '"' or '\u201C' or '\u201D')
                return Gap.Sentence;
            if (c is ',' or '(' or ')')
                gap = Gap.Clause;
        }

        return gap;
    }

    // A capital inside a sentence makes a name; one that opens it, or one in a headline, says nothing by itself.
    private void FindFacts()
    {
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_words))
        {
            if (word is { IsCapitalized: true, OpensSentence: false, InHeadline: false, Known.Kind: TermKind.Word } or { Known.Kind: TermKind.Number })
                _facts.Add(word.Known.Term);
        }
    }

    private void CountTerms()
    {
        uint? previous = null;
        foreach (ref readonly var word in CollectionsMarshal.AsSpan(_words))
        {
            var (term, kind, rarity) = word.Known;
            if (kind == TermKind.Stop)
            {
                previous = null;
                continue;
            }

            var weight = word.InHeadline ? InHeadline : Plain;
            if (previous is { } first && !word.Apart)
                _counts.Add(Term.OfPair(first, term), weight * Pair / 10, isFact: false, Term.RarityOfPairs);
            var isFact = _facts.Contains(term);
            if (kind == TermKind.Number)
                weight = weight * 3 / 2;
            else if (isFact)
                weight *= 2;
            _counts.Add(term, weight, isFact, rarity);
            previous = term;
        }
    }

    private LeadTerms Collect(int? day, HeadlineParties states)
    {
        var (least, room) = MinWeight();
        var count = 0;
        foreach (ref readonly var entry in _counts.Entries)
        {
            var steps = StepsOf(entry);
            if (steps < least || (steps == least && room-- <= 0))
                continue;
            var bits = Math.Min(entry.Count, LeadTerms.MaxCounted) | (entry.IsFact ? LeadTerms.FactBit : 0);
            _sorted[count++] = ((ulong)entry.Term << 32) | (uint)bits;
        }

        _sorted.AsSpan(0, count).Sort();
        for (var at = 0; at < count; at++)
            (_terms[at], _bits[at]) = ((uint)(_sorted[at] >> 32), (ushort)_sorted[at]);
        return new LeadTerms(_terms.AsSpan(0, count), _bits.AsSpan(0, count), day, states);
    }

    // The least weight of the terms that are kept, and how many of that weight there is room for: those that come first.
    private (int Steps, int Room) MinWeight()
    {
        if (_counts.Count <= MaximumTerms)
            return (0, MaximumTerms);
        Array.Clear(_perWeight);
        foreach (ref readonly var entry in _counts.Entries)
            _perWeight[StepsOf(entry)]++;
        var (least, heavier) = (HeaviestWeight, 0);
        while (heavier + _perWeight[least] < MaximumTerms)
            heavier += _perWeight[least--];
        return (least, MaximumTerms - heavier);
    }

    private static int StepsOf(TermCounts.Entry entry) =>
        Math.Min(HeaviestWeight, (int)(TermWeights.Saturate(entry.Count) * entry.Rarity * WeightSteps));

    private enum Gap
    {
        None,
        Clause,
        Sentence,
    }

    private readonly record struct LeadWord(
        TokenCache.Known Known, bool IsCapitalized, bool OpensSentence, bool InHeadline, bool Apart);
}
