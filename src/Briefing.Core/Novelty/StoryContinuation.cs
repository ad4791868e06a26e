using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Stories;
using NodaTime;

namespace Briefing.Core.Novelty;

/// <summary>A story of today's that reports the same event as an earlier one, and how strongly its statements say so.</summary>
internal sealed record StoryContinuation(int Today, EarlierStory Earlier, double Strength)
{
    // Statements found again that make two stories one where their headlines and leads do not.
    private const double EnoughAlone = 2;
    private const double EnoughOfClaims = 0.34;

    private const double WorthOfChanged = 0.75;
    private const double WorthOfLead = 1;
    private const double WorthOfAddress = 0.5;

    // A statement that names nobody and has fewer facts is said of many events.
    private const int TellingFacts = 2;
    private const double WorthOfPlain = 0.5;

    // What the lead says of another occasion weighs as two statements.
    private const double WorthOfLeadOfAnother = 2;

    /// <summary>Ties go to the story that is remembered longest.</summary>
    public static readonly Comparer<StoryContinuation> StrongestFirst = Comparer<StoryContinuation>.Create((one, other) =>
        one.Strength != other.Strength ? other.Strength.CompareTo(one.Strength)
        : one.Earlier.First != other.Earlier.First ? one.Earlier.First.CompareTo(other.Earlier.First)
        : one.Earlier.Id != other.Earlier.Id ? string.CompareOrdinal(one.Earlier.Id, other.Earlier.Id)
        : one.Today.CompareTo(other.Today));

    /// <summary>
    /// Null where they are two events. Look-alikes give themselves away by statements that read like earlier ones and are of another
    /// occasion: they must not outweigh those found again.
    /// </summary>
    /// <param name="isAlike">Whether headlines and leads are of one event.</param>
    public static StoryContinuation? Between(int today, IReadOnlyList<RelatedClaim> claims, EarlierStory earlier, bool isAlike, bool sharesAddress)
    {
        var (again, another) = (0.0, 0.0);
        foreach (var claim in claims)
        {
            var worth = claim.Sentence.ComparableClause is { } clause && (clause.FactCount >= TellingFacts || clause.Names.Count > 0) ? 1 : WorthOfPlain;
            switch (claim.With(earlier.Id))
            {
                case NoveltyRelation.Same or NoveltyRelation.Fuller:
                    again += worth;
                    break;
                case NoveltyRelation.Changed:
                    again += WorthOfChanged * worth;
                    break;
                case NoveltyRelation.Another:
                    another += claim == claims[0] ? WorthOfLeadOfAnother : worth;
                    break;
            }
        }

        if (another > again)
            return null;
        var alone = again >= EnoughAlone && again >= EnoughOfClaims * Math.Min(claims.Count, earlier.Claims);
        if (!isAlike && !alone && !(sharesAddress && again > 0))
            return null;
        return new StoryContinuation(today, earlier, again + (isAlike ? WorthOfLead : 0) + (sharesAddress ? WorthOfAddress : 0));
    }
}

/// <summary>Finds which earlier stories today's continue, looking only at those whose leads are alike or whose statements come again.</summary>
internal static class StoryContinuationFinder
{
    /// <returns>For each story of today, the strongest first.</returns>
    public static ImmutableArray<ImmutableArray<StoryContinuation>> Find(
        ImmutableArray<Story> today, List<List<RelatedClaim>> claims, ImmutableArray<EarlierStory> earlier, LocalDate date)
    {
        var byId = earlier.ToDictionary(story => story.Id, StringComparer.Ordinal);
        var alike = StoryLeadSimilarity.Alike(today, earlier, date);
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<StoryContinuation>>(today.Length);
        for (var at = 0; at < today.Length; at++)
        {
            var addresses = today[at].Reports.SelectMany(report => report.Articles).Select(sourced => ComparableStatement.AddressOf(sourced.Article)).ToHashSet(StringComparer.Ordinal);
            var candidates = claims[at]
                .SelectMany(claim => claim.Relations)
                .Where(related => related.NoveltyRelation != NoveltyRelation.None)
                .Select(related => related.Earlier.Claim.Story)
                .Concat(alike[at])
                .Distinct(StringComparer.Ordinal)
                .Where(byId.ContainsKey)
                .Select(id => StoryContinuation.Between(at, claims[at], byId[id], alike[at].Contains(id), byId[id].Addresses.Overlaps(addresses)))
                .OfType<StoryContinuation>();
            lines.Add([.. candidates.Order(StoryContinuation.StrongestFirst)]);
        }

        return lines.MoveToImmutable();
    }
}

/// <summary>Which stories of today and of earlier editions report one event, by the measure that groups the reports of one day.</summary>
internal static class StoryLeadSimilarity
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>For each story of today the ids of the earlier ones in its group.</summary>
    /// <param name="earlier">Each lasting story as it was last reported.</param>
    public static ImmutableArray<HashSet<string>> Alike(IReadOnlyList<Story> today, IReadOnlyList<EarlierStory> earlier, LocalDate date)
    {
        var reader = new LeadReader();
        var leads = new LeadStore();
        foreach (var story in today)
            leads.Add(Read(reader, story.Headline, story.Claims.Select(claim => claim.Text), LatestDay(story) ?? date));
        foreach (var story in earlier)
            leads.Add(Read(reader, story.Headline, story.Texts, story.LatestDay));
        var groups = StoryClustering.Of(leads);
        var ids = earlier.Select((story, at) => (story.Id, Group: groups[today.Count + at])).ToLookup(entry => entry.Group, entry => entry.Id);
        return [.. today.Select((_, at) => ids[groups[at]].ToHashSet(StringComparer.Ordinal))];
    }

    private static LeadTerms Read(LeadReader reader, string headline, IEnumerable<string> claims, LocalDate day) =>
        reader.Read(headline, string.Join('\n', claims), Period.DaysBetween(Epoch, day));

    private static LocalDate? LatestDay(Story story) =>
        story.Reports.SelectMany(report => report.Articles).Max(sourced => sourced.Article.Published?.Date);
}
