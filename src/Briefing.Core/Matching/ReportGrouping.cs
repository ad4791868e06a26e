namespace Briefing.Core.Matching;

/// <summary>
/// Groups articles of the same wording around the one that most others repeat, so that each is verified against that one:
/// a chain of articles of which each resembles only the next does not become one report.
/// </summary>
/// <remarks>
/// Star clustering, after Aslam, Pelekhov and Rus, "The star clustering algorithm for static and dynamic information
/// organization", 2004, with directed edges. The result does not depend on the order of the articles but where their
/// ranks are equal. Cost: O(articles · log articles + pairs).
/// </remarks>
internal static class ReportGrouping
{
    /// <param name="ranks">Decides between articles that equally many others repeat; the smaller goes first.</param>
    /// <param name="pairs">Verified pairs, each once.</param>
    /// <returns>For each article the one its report is built around; itself where it stands alone.</returns>
    public static int[] CentersOf(int[] ranks, IReadOnlyList<ReprintPair> pairs)
    {
        var centers = Enumerable.Range(0, ranks.Length).ToArray();
        if (pairs.Count == 0)
            return centers;

        var repeaters = Edges.Of(ranks.Length, pairs);
        var nearness = new double[ranks.Length];
        foreach (var center in ChooseCenters(ranks, repeaters))
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
    private static List<int> ChooseCenters(int[] ranks, Edges repeaters)
    {
        var chosen = new List<int>();
        var taken = new bool[ranks.Length];
        var order = Enumerable.Range(0, ranks.Length).Where(article => !repeaters[article].IsEmpty).ToArray();
        Array.Sort(order, (one, other) =>
            repeaters[one].Length != repeaters[other].Length
                ? repeaters[other].Length.CompareTo(repeaters[one].Length)
                : ranks[one].CompareTo(ranks[other]));

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
