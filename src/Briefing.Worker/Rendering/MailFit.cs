using System.Text;

namespace Briefing.Worker.Rendering;

/// <summary>
/// Keeps the mail's HTML within a number of bytes: stories of the lowest rank become a line, then are only counted, until
/// it fits. The plain text and the pack always carry everything.
/// </summary>
internal static class MailFit
{
    /// <summary>As many stories are told in full before any is left out of the lists.</summary>
    private const int FullAtLeast = 5;

    /// <summary>Characters of headline and statements. A story beyond is never told in full in the mail: it would crowd out all others.</summary>
    private const int LongestStory = 20_000;

    /// <summary>Sources with faults, or read for nothing, that the mail names.</summary>
    private const int MostSourceNames = 25;

    /// <summary>Markers that a statement shows in the mail.</summary>
    public const int MostMarkers = 12;

    /// <param name="render">Makes the HTML of an edition that was cut down.</param>
    public static string Render(EditionModel edition, int mostBytes, Func<EditionModel, string> render)
    {
        var all = edition.Glance.Count;
        var least = Math.Min(FullAtLeast, all);
        return Fitting(all, all)
            ?? Largest(least, all - 1, full => Fitting(full, all))
            ?? Largest(least, all - 1, listed => Fitting(least, listed))
            ?? Largest(0, least - 1, full => Fitting(full, all))
            ?? Largest(0, all - 1, listed => Fitting(0, listed))
            ?? throw new InvalidDataException($"The mail needs more than {mostBytes} bytes without a single story.");

        string? Fitting(int full, int listed)
        {
            var html = render(Cut(edition, full, listed));
            return Encoding.UTF8.GetByteCount(html) <= mostBytes ? html : null;
        }
    }

    // What the largest number in the range gives, among those that give anything: all up to some number do.
    private static string? Largest(int from, int to, Func<int, string?> fitting)
    {
        string? best = null;
        while (from <= to)
        {
            var middle = (from + to) / 2;
            if (fitting(middle) is { } html)
                (best, from) = (html, middle + 1);
            else
                to = middle - 1;
        }

        return best;
    }

    /// <param name="full">How many stories, by rank, are told in full.</param>
    /// <param name="listed">How many are at least listed.</param>
    private static EditionModel Cut(EditionModel edition, int full, int listed)
    {
        var told = edition.Glance
            .Where(story => story.Rank < full && story.Headline.Length + story.Statements.Sum(statement => statement.Text.Length) <= LongestStory)
            .Select(story => story.Anchor)
            .ToHashSet(StringComparer.Ordinal);
        var cited = edition.Glance.Where(story => told.Contains(story.Anchor)).SelectMany(story => story.SourceNumbers).ToHashSet();
        var glance = edition.Glance.Where(story => story.Rank < listed).ToArray();
        var anchors = glance.Select(story => story.Anchor).ToHashSet(StringComparer.Ordinal);
        var sources = edition.Sources.Where(source => cited.Contains(source.Number)).ToArray();
        return edition with
        {
            Glance = glance,
            News = [.. edition.News.Where(item => told.Contains(item.Story.Anchor))],
            Sections = [.. edition.Sections.Select(section => Cut(section, told, anchors))],
            Sources = sources,
            SourcesLeftOut = edition.Sources.Count - sources.Length,
            InLine = glance.Length - told.Count,
            Unlisted = edition.Glance.Count - listed,
            Coverage = Cut(edition.Coverage),
        };
    }

    private static SectionModel Cut(SectionModel section, HashSet<string> told, HashSet<string> listed) => section with
    {
        Stories = [.. section.Stories.Where(story => told.Contains(story.Anchor)).Select(story => Cut(story, listed))],
        Lines = [.. section.Stories.Where(story => !told.Contains(story.Anchor) && listed.Contains(story.Anchor))],
        More = section.Stories.Count(story => !listed.Contains(story.Anchor)),
    };

    // A link to what is not there would lead nowhere.
    private static StoryModel Cut(StoryModel story, HashSet<string> listed) => story with
    {
        AngleOf = story.AngleOf is { } home && listed.Contains(home.Anchor) ? home : null,
        Angles = [.. story.Angles.Where(angle => listed.Contains(angle.Anchor))],
        Statements = [.. story.Statements.Select(Cut)],
    };

    private static StatementModel Cut(StatementModel statement) => statement.Markers.Count <= MostMarkers ? statement : statement with
    {
        Markers = [.. statement.Markers.Take(MostMarkers)],
        MarkersLeftOut = statement.Markers.Count - MostMarkers,
    };

    private static CoverageModel Cut(CoverageModel coverage) => coverage with
    {
        Faults = [.. coverage.Faults.Take(MostSourceNames)],
        FaultsLeftOut = Math.Max(0, coverage.Faults.Count - MostSourceNames),
        Read = [.. coverage.Read.Take(MostSourceNames)],
        ReadLeftOut = Math.Max(0, coverage.Read.Count - MostSourceNames),
    };
}
