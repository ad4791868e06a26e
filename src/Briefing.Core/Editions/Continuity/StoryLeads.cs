using System.Collections.Immutable;
using Briefing.Core.Stories;
using Briefing.Core.Stories.Grouping;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>Which stories of today and of earlier editions tell of one event, by the measure that groups the reports of one day.</summary>
internal static class StoryLeads
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>For each story of today the ids of the earlier ones in its group.</summary>
    /// <param name="earlier">Each lasting story as it was told last.</param>
    public static ImmutableArray<HashSet<string>> Alike(IReadOnlyList<Story> today, IReadOnlyList<EarlierStory> earlier, LocalDate date)
    {
        var reader = new LeadReader();
        var leads = new LeadStore();
        foreach (var story in today)
            leads.Add(Read(reader, story.Headline, story.Claims.Select(claim => claim.Text), LatestDay(story) ?? date));
        foreach (var story in earlier)
            leads.Add(Read(reader, story.Headline, story.Texts, story.LatestDay));
        var groups = StoryGrouping.Of(leads);
        var ids = earlier.Select((story, at) => (story.Id, Group: groups[today.Count + at])).ToLookup(entry => entry.Group, entry => entry.Id);
        return [.. today.Select((_, at) => ids[groups[at]].ToHashSet(StringComparer.Ordinal))];
    }

    private static LeadTerms Read(LeadReader reader, string headline, IEnumerable<string> claims, LocalDate day) =>
        reader.Read(headline, string.Join('\n', claims), Period.DaysBetween(Epoch, day));

    private static LocalDate? LatestDay(Story story) =>
        story.Reports.SelectMany(report => report.Articles).Max(sourced => sourced.Article.Published?.Date);
}
