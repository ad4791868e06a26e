namespace Briefing.Core.Reprints;

/// <summary>
/// Groups articles of the same wording around the one that most others repeat, so that each is verified against that one:
/// a chain of articles of which each resembles only the next does not become one report.
/// </summary>
/// <remarks>
/// Star clustering, after Aslam, Pelekhov and Rus, "The star clustering algorithm for static and dynamic information
/// organization", 2004, with directed edges. The result does not depend on the order of the articles but where their
/// precedence is equal. Cost: O(articles · log articles + pairs).
/// </remarks>
public static class StarClustering
{
    /// <param name="articles">How many there are.</param>
    /// <param name="pairs">Verified pairs, each once.</param>
    /// <param name="precedence">
    /// Which of two articles goes first: as the original of a report, and as what it is built around where equally many
    /// articles repeat either.
    /// </param>
    /// <returns>For each article the original of its report; itself where it stands alone.</returns>
    public static int[] OriginalsOf(int articles, IReadOnlyList<ReprintPair> pairs, IComparer<int> precedence)
    {
        var originals = CentersOf(articles, pairs, precedence);
        var first = Enumerable.Range(0, articles).ToArray();
        for (var article = 0; article < articles; article++)
        {
            var center = originals[article];
            if (center != article && precedence.Compare(article, first[center]) < 0)
                first[center] = article;
        }

        for (var article = 0; article < articles; article++)
            originals[article] = first[originals[article]];
        return originals;
    }

    // For each article the one that its report is built around.
    private static int[] CentersOf(int articles, IReadOnlyList<ReprintPair> pairs, IComparer<int> precedence)
    {
        var centers = Enumerable.Range(0, articles).ToArray();
        if (pairs.Count == 0)
            return centers;

        var repeaters = Edges.Of(articles, pairs);
        var nearness = new double[articles];
        foreach (var center in ChooseCenters(articles, repeaters, precedence))
        {
            // An article stands with the nearest center that it repeats.
            foreach (var (article, jaccard) in repeaters[center])
            {
                if (jaccard > nearness[article])
                    (centers[article], nearness[article]) = (center, jaccard);
            }
        }

        return centers;
    }

    // In the order chosen. No center repeats another.
    private static List<int> ChooseCenters(int articles, Edges repeaters, IComparer<int> precedence)
    {
        var chosen = new List<int>();
        var taken = new bool[articles];
        var order = Enumerable.Range(0, articles).Where(article => !repeaters[article].IsEmpty).ToArray();
        Array.Sort(order, (one, other) =>
            repeaters[one].Length != repeaters[other].Length
                ? repeaters[other].Length.CompareTo(repeaters[one].Length)
                : precedence.Compare(one, other));

        foreach (var article in order)
        {
            if (taken[article])
                continue;
            chosen.Add(article);
            taken[article] = true;
            foreach (var (repeater, _) in repeaters[article])
                taken[repeater] = true;
        }

        return chosen;
    }

    // For each article those that repeat it, one after the other in one array.
    private sealed class Edges
    {
        private readonly int[] _starts;
        private readonly (int Article, double Jaccard)[] _articles;

        private Edges(int[] starts, (int Article, double Jaccard)[] articles) => (_starts, _articles) = (starts, articles);

        public ReadOnlySpan<(int Article, double Jaccard)> this[int article] =>
            _articles.AsSpan(_starts[article], _starts[article + 1] - _starts[article]);

        public static Edges Of(int count, IReadOnlyList<ReprintPair> pairs)
        {
            var starts = new int[count + 1];
            foreach (var pair in pairs)
            {
                if (ReprintRule.OneRepeatsOther(pair.Overlap))
                    starts[pair.Other + 1]++;
                if (ReprintRule.OtherRepeatsOne(pair.Overlap))
                    starts[pair.One + 1]++;
            }

            for (var article = 0; article < count; article++)
                starts[article + 1] += starts[article];
            var next = starts[..count];
            var articles = new (int, double)[starts[count]];
            foreach (var pair in pairs)
            {
                if (ReprintRule.OneRepeatsOther(pair.Overlap))
                    articles[next[pair.Other]++] = (pair.One, pair.Overlap.Jaccard);
                if (ReprintRule.OtherRepeatsOne(pair.Overlap))
                    articles[next[pair.One]++] = (pair.Other, pair.Overlap.Jaccard);
            }

            return new Edges(starts, articles);
        }
    }
}

/// <summary>Two articles of the same wording, by their numbers in the <see cref="TokenStore"/>.</summary>
public readonly record struct ReprintPair(int One, int Other, ShingleOverlap Overlap);
