using System.Collections.Immutable;
using Briefing.Core.Matching;
using Briefing.Core.Stories.Grouping;
using NodaTime;

namespace Briefing.Core.Stories;

/// <summary>Finds which reports tell of one event, also where they share no sentence.</summary>
public static class StoryFinder
{
    private static readonly LocalDate Epoch = new(1970, 1, 1);

    /// <summary>The reports by event. Groups stand in the order of their first report in the input.</summary>
    /// <returns>Each group in order of publication, the undated last, then as given.</returns>
    public static ImmutableArray<ImmutableArray<Report>> Group(IReadOnlyList<Report> reports)
    {
        var reader = new LeadReader();
        var leads = new LeadStore();
        foreach (var report in reports)
            leads.Add(Read(reader, report));
        var stories = StoryGrouping.Of(leads);
        return
        [
            .. reports
                .Select((report, at) => (Report: report, Story: stories[at]))
                .GroupBy(entry => entry.Story, entry => entry.Report)
                .Select(story => story.OrderBy(report => DayOf(report) ?? int.MaxValue).ToImmutableArray()),
        ];
    }

    private static LeadTerms Read(LeadReader reader, Report report)
    {
        var article = report.Original.Article;
        return reader.Read(article.Headline, article.Text, DayOf(report));
    }

    private static int? DayOf(Report report) =>
        report.Original.Article.Published is { } published ? Period.DaysBetween(Epoch, published.Date) : null;
}
