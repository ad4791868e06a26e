using Briefing.Core.Extraction;
using NodaTime;

namespace Briefing.Core.Matching;

/// <summary>Which of several copies is the original.</summary>
internal static class Precedence
{
    /// <summary>
    /// A rank for each article, 0 first: the earliest published, undated ones last; then one that credits an agency, then the
    /// fullest; of as full ones the one whose wording sorts first, so that the order given decides between equal texts only.
    /// </summary>
    public static int[] RanksOf(IReadOnlyList<Article> articles, WordingStore wordings)
    {
        var order = Enumerable.Range(0, articles.Count)
            .OrderBy(article => articles[article].Published?.Date ?? LocalDate.MaxIsoValue)
            .ThenBy(article => articles[article].Published?.At ?? Instant.MaxValue)
            .ThenBy(article => articles[article].Agency is null)
            .ThenByDescending(article => wordings[article].Length)
            .ThenBy(article => article, Comparer<int>.Create((one, other) => wordings[one].SequenceCompareTo(wordings[other])));
        var ranks = new int[articles.Count];
        foreach (var (rank, article) in order.Index())
            ranks[article] = rank;
        return ranks;
    }
}
