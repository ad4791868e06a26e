using System.Runtime.InteropServices;
using System.Text;
using Briefing.Core.Language;

namespace Briefing.Core.Stories.Grouping;

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

    private readonly WordMemory _memory = new();
    private readonly List<LeadWord> _words = new(LeadWords + 40);
    private readonly HashSet<uint> _facts = [];
    private readonly Dictionary<uint, int> _counts = new(2 * LeadWords);
    private char[] _letters = [];

    /// <param name="day">Days since 1970-01-01; null when the article is undated.</param>
    public LeadTerms Read(ReadOnlySpan<char> headline, ReadOnlySpan<char> text, int? day)
    {
        _words.Clear();
        _facts.Clear();
        _counts.Clear();
        Scan(headline, inHeadline: true, int.MaxValue);
        Scan(text, inHeadline: false, LeadWords);
        FindFacts();
        CountTerms();
        return Collect(day);
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
        for (var span = WordTokenizer.NextWord(text, 0); span.Length > 0 && limit > 0; span = WordTokenizer.NextWord(text, span.End), limit--)
        {
            var gap = GapBetween(text[end..span.Start]);
            opensSentence |= gap == Gap.Sentence;
            var word = text[span.Start..span.End];
            var known = _memory.Fold(word);
            _words.Add(new LeadWord(known.Term, known.Kind, char.IsUpper(word[0]), opensSentence, inHeadline, Apart: gap != Gap.None || end == 0));
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

    // A capital inside a sentence makes a name; one that opens it, or one in a headline, tells nothing by itself.
    private void FindFacts()
    {
        foreach (var word in CollectionsMarshal.AsSpan(_words))
        {
            if (word is { IsCapitalized: true, OpensSentence: false, InHeadline: false, Kind: WordKind.Word } or { Kind: WordKind.Number })
                _facts.Add(word.Term);
        }
    }

    private void CountTerms()
    {
        uint? previous = null;
        foreach (var word in CollectionsMarshal.AsSpan(_words))
        {
            if (word.Kind == WordKind.Stop)
            {
                previous = null;
                continue;
            }

            var weight = word.InHeadline ? InHeadline : Plain;
            if (previous is { } first && !word.Apart)
                Count(Term.OfPair(first, word.Term), weight * Pair / 10);
            if (word.Kind == WordKind.Number)
                weight = weight * 3 / 2;
            else if (_facts.Contains(word.Term))
                weight *= 2;
            Count(word.Term, weight);
            previous = word.Term;
        }
    }

    private void Count(uint term, int weight) => CollectionsMarshal.GetValueRefOrAddDefault(_counts, term, out _) += weight;

    private LeadTerms Collect(int? day)
    {
        var terms = new uint[_counts.Count];
        _counts.Keys.CopyTo(terms, 0);
        if (terms.Length > MaximumTerms)
        {
            Array.Sort(Array.ConvertAll(terms, term => -Weigh(term, _counts[term])), terms);
            Array.Resize(ref terms, MaximumTerms);
        }

        Array.Sort(terms);
        return new LeadTerms(
            terms, Array.ConvertAll(terms, term => (ushort)(Math.Min(_counts[term], LeadTerms.MostCounted) | (_facts.Contains(term) ? LeadTerms.FactBit : 0))), day);
    }

    private static float Weigh(uint term, int count) => TermWeights.Saturate(count) * -MathF.Log(Term.BackgroundShare(term));

    private enum Gap
    {
        None,
        Clause,
        Sentence,
    }

    private readonly record struct LeadWord(
        uint Term, WordKind Kind, bool IsCapitalized, bool OpensSentence, bool InHeadline, bool Apart);
}
