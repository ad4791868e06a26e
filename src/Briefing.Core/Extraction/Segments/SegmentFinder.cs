using Briefing.Core.Extraction.Lines;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Segments;

/// <summary>
/// Finds the runs of lines that read like articles: each line scores for or against being inside one, and the runs with the highest
/// sums are taken (a two-state Viterbi pass, linear). <see cref="SegmentScores"/> has the scores.
/// </summary>
internal static class SegmentFinder
{
    // In words of prose: one full sentence among links opens no article.
    private const double OpeningCost = 22;

    public static List<Segment> Find(List<PageLine> lines)
    {
        var opensHere = new bool[lines.Count];
        var endsBefore = new bool[lines.Count];
        double inside = double.NegativeInfinity, outside = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            var score = lines[at].Score = SegmentScores.For(lines[at]);
            opensHere[at] = outside - OpeningCost > inside;
            endsBefore[at] = inside > outside;
            var nextInside = Math.Max(inside, outside - OpeningCost) + score.Score(lines[at]);
            outside = Math.Max(outside, inside);
            inside = nextInside;
        }

        return TraceBack(opensHere, endsBefore, inside > outside);
    }

    private static List<Segment> TraceBack(bool[] opensHere, bool[] endsBefore, bool isInside)
    {
        var segments = new List<Segment>();
        var last = opensHere.Length - 1;
        for (var at = opensHere.Length - 1; at >= 0; at--)
        {
            if (!isInside)
            {
                isInside = endsBefore[at];
                last = at - 1;
            }
            else if (opensHere[at])
            {
                segments.Add(new Segment(at, last));
                isInside = false;
            }
        }

        segments.Reverse();
        return segments;
    }
}

/// <summary>A run of lines, both ends inclusive, that holds an article's text.</summary>
internal readonly record struct Segment(int First, int Last);

/// <summary>
/// What a line speaks of: keys of its words that carry content. A word counts by its first letters, so that "minister" meets
/// "ministers" and "ministerial" without a stemmer for each language.
/// </summary>
internal static class ContentKeys
{
    private const int StemLength = 6;
    private const int ShortestWord = 3;

    public static uint[] Of(LineWords words)
    {
        var keys = new uint[words.Count];
        var count = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.Length < ShortestWord || LanguageProfiles.Words.Contains(words.HashOf(at)))
                continue;
            keys[count++] = KeyOf(word.EndsWith("'s") ? word[..^2] : word);
        }

        return keys.AsSpan(0, count).ToArray();
    }

    /// <summary>Share of the line's distinct keys that the set holds; 0 for a line without any.</summary>
    public static double ShareIn(uint[] keys, HashSet<uint> known)
    {
        if (keys.Length == 0)
            return 0;
        var distinct = new HashSet<uint>(keys);
        return (double)distinct.Count(known.Contains) / distinct.Count;
    }

    // FNV-1a over the first letters.
    private static uint KeyOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word[..Math.Min(word.Length, StemLength)])
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}

/// <summary>Words by which reports are told from other prose: verbs of saying and days of the week, in several languages.</summary>
internal static class NewsWords
{
    private static readonly WordSet Words = WordSet.Of(Lexicon.Text("news-words", "words"));

    public static bool AreIn(LineWords words) => words.HasAny(Words);
}
