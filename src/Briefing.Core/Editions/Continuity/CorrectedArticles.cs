namespace Briefing.Core.Editions.Continuity;

/// <summary>
/// Which addresses hold an article that was told before and has been changed since. An address alone proves nothing: a page shows
/// another article today, a dump's name is used again. What was corrected still says most things word for word.
/// </summary>
internal static class CorrectedArticles
{
    private const double WordForWord = 0.5;

    public static HashSet<string> Find(IEnumerable<PrintedStatement> today, EarlierStatements earlier) =>
    [
        .. today
            .GroupBy(statement => statement.Address, StringComparer.Ordinal)
            .Where(article => article.Count(statement => IsKnownThere(statement, earlier)) is var known && known < article.Count() && known >= WordForWord * article.Count())
            .Select(article => article.Key),
    ];

    private static bool IsKnownThere(PrintedStatement statement, EarlierStatements earlier) =>
        earlier.WordForWord(statement).Any(told => told.Claim.Address == statement.Address);
}
