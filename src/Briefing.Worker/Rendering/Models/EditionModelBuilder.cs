using Briefing.Core.Assembly;
using Briefing.Core.Model;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering.Models;

/// <summary>Makes the view of a whole edition.</summary>
internal static class EditionModelBuilder
{
    public const int ShortHeadline = 140;

    /// <summary>Mail programs show about this much beside the subject.</summary>
    private const int PreheaderLength = 140;

    /// <summary>Topics of a selection that are named.</summary>
    private const int MaxTopicsNamed = 12;

    // What changed in a story is reported at the head in so many statements; the others are marked where they stand.
    private const int MaxNewsOfAStory = 3;

    /// <exception cref="InvalidDataException">The edition contradicts itself; the message names where.</exception>
    public static EditionModel Build(Edition whole, RenderOptions options)
    {
        var edition = EditionSelection.Of(whole, options.Topics);
        var isSelection = options.Topics.Count > 0;
        var dates = new EditionDates(edition.TimeZone);
        var sources = new SourceIndex(edition);
        var sections = Sections(edition, new StoryModelBuilder(edition, sources));
        var stories = sections.SelectMany(section => section.Stories).ToArray();
        var news = News(stories);
        var drops = Drops(edition);
        var nothing = isSelection ? "Nothing to report under the topics of your selection" : "Nothing to report under any topic";
        var packUrl = SafeAddress.Of(options.PackUrl);
        var (title, marking, day) = (DisplayText.Label(edition.Title), DisplayText.LabelOrNull(edition.Marking), EditionDates.LongDay(edition.Date));
        return new EditionModel
        {
            Title = title,
            Marking = marking,
            Entry = DisplayText.Label(edition.Entry),
            Date = DisplayText.Label(edition.Date),
            DateLong = day,
            MadeAt = dates.Moment(edition.GeneratedAt),
            Instant = EditionDates.InstantOf(edition.GeneratedAt),
            Version = edition.Version,
            Late = edition.Late,
            Subject = EditionSubject.Of(title, marking, day, edition.Late, options.Correction is not null, stories.MinBy(story => story.Rank)?.Headline),
            Preheader = Preheader(stories, nothing),
            Summary = Summary(edition, stories.Length),
            Correction = options.Correction is { } correction ? CorrectionModels.Of(correction, dates, isSelection) : null,
            Selection = isSelection ? SelectionOf(sections) : null,
            NothingToReport = stories.Length == 0,
            NothingText = nothing,
            Glance = stories,
            News = news,
            NewsMore = news.Length == 0 ? 0 : NewsMore(stories, news.Length),
            Sections = sections,
            Sources = sources.Sources(dates),
            UnusedArticles = edition.Articles.Length - sources.Count,
            Coverage = Coverage(edition),
            Drops = drops,
            DropsTotal = drops.Sum(drop => drop.Count),
            FullEditionPlace = options.HasPack || packUrl is not null ? "in the pack" : "in the full edition",
            PackText = PackPhrases.Of(options, packUrl),
            PackUrl = packUrl,
            Greeting = DisplayText.LabelOrNull(options.Greeting),
            ListTitle = DisplayText.LabelOrNull(options.ListTitle),
            UnsubscribeUrl = SafeAddress.Of(options.UnsubscribeUrl),
            PreferencesUrl = SafeAddress.Of(options.PreferencesUrl),
            ArchiveUrl = SafeAddress.Of(options.ArchiveUrl),
        };
    }

    private static SectionModel[] Sections(Edition edition, StoryModelBuilder models)
    {
        var ranks = Ranks(edition);
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        return [.. edition.Sections.Select((section, at) => new SectionModel
        {
            Number = at + 1,
            Anchor = AnchorOf(section.Topic, at + 1, anchors),
            Title = DisplayText.Label(section.Title),
            Empty = section.Stories.IsEmpty,
            Stories = [.. section.Stories.Select((story, place) => models.Story(story, at, place, ranks[at][place]))],
        })];
    }

    // Each section's first story before any section's second: what is cut off goes evenly.
    private static int[][] Ranks(Edition edition)
    {
        var ranks = new int[edition.Sections.Length][];
        var (places, rank) = (0, 0);
        for (var section = 0; section < ranks.Length; section++)
        {
            ranks[section] = new int[edition.Sections[section].Stories.Length];
            places = Math.Max(places, ranks[section].Length);
        }

        for (var place = 0; place < places; place++)
        {
            foreach (var section in ranks)
            {
                if (place < section.Length)
                    section[place] = rank++;
            }
        }

        return ranks;
    }

    private static string AnchorOf(string topic, int number, HashSet<string> taken)
    {
        var named = topic.Length is > 0 and <= 60 && topic.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? $"topic-{topic}" : $"topic-{number}";
        return taken.Add(named) ? named : $"topic-{number}-{taken.Count}";
    }

    private static string SelectionOf(SectionModel[] sections) =>
        sections.Length == 0 ? "none of your topics is told of any more" : Phrases.Series([.. sections.Select(section => section.Title)], MaxTopicsNamed);

    private static string Preheader(StoryModel[] stories, string nothing)
    {
        if (stories.Length == 0)
            return $"{nothing}.";
        var first = stories.Where(story => story.Rank < 4).ToList();
        first.Sort((one, other) => one.Rank.CompareTo(other.Rank));
        return DisplayText.Shorten(string.Join(" · ", first.Select(story => story.HeadlineShort)), PreheaderLength);
    }

    private static string Summary(Edition edition, int stories)
    {
        var topics = edition.Sections.Count(section => !section.Stories.IsEmpty);
        var read = Phrases.Count(edition.Documents.Length, "document", "documents");
        return stories == 0
            ? $"No story under any topic, from {read}"
            : $"{Phrases.Count(stories, "story", "stories")} under {Phrases.Count(topics, "topic", "topics")}, from {read}";
    }

    // Where nothing continues there was no last edition, or all of it is new: "At a glance" says it already.
    private static NewsModel[] News(StoryModel[] stories)
    {
        if (stories.All(story => story.Status == "new"))
            return [];
        return [.. stories.SelectMany(story => story.Status == "new"
            ? [new NewsModel("New story", story.HeadlineShort, story.Anchor, story)]
            : story.Statements
                .Where(statement => statement.Mark is not null)
                .OrderBy(statement => statement.Before is null ? 1 : 0)
                .Take(MaxNewsOfAStory)
                .Select(statement => new NewsModel(statement.Mark!, statement.Text, statement.Anchor, story)))];
    }

    private static int NewsMore(StoryModel[] stories, int told) =>
        stories.Sum(story => story.Status == "new" ? 1 : story.Statements.Count(statement => statement.Mark is not null)) - told;

    private static List<DropModel> Drops(Edition edition)
    {
        var drops = Counts(edition.Dropped.Select(drop => drop.Reason))
            .ConvertAll(count => new DropModel(count.Name, Phrases.DropReason(count.Name), count.Times));
        drops.Sort((one, other) => one.Count != other.Count ? other.Count.CompareTo(one.Count) : string.CompareOrdinal(one.Reason, other.Reason));
        return drops;
    }

    private static CoverageModel Coverage(Edition edition)
    {
        var lines = edition.Sources.Select(Line).ToList();
        var read = lines.FindAll(line => line.Status == "ok");
        List<CoverageLine> faults =
        [
            .. lines.Where(line => line.Status == "failed"),
            .. lines.Where(line => line.Status == "late"),
            .. lines.Where(line => line.Status is not ("ok" or "failed" or "late")),
        ];
        var counts = Counts(faults.Select(line => line.StatusLabel)).Select(fault => $"{fault.Times} {fault.Name.ToLowerInvariant()}");
        return new CoverageModel
        {
            Text = string.Join("; ", [Phrases.Count(read.Count, "source read", "sources read"), .. counts]),
            Faults = faults,
            Read = read,
        };
    }

    private static CoverageLine Line(EditionSource source) => new(
        DisplayText.Shorten(DisplayText.Clean(source.Id), 120),
        source.Status,
        Phrases.SourceStatus(source.Status),
        DisplayText.Shorten(DisplayText.Clean(source.Detail ?? ""), 200));

    // In the order in which they first come.
    private static List<Counted> Counts(IEnumerable<string> names)
    {
        var counts = new List<Counted>();
        foreach (var name in names)
        {
            var at = counts.FindIndex(count => count.Name == name);
            if (at < 0)
                counts.Add(new Counted(name, 1));
            else
                counts[at] = counts[at] with { Times = counts[at].Times + 1 };
        }

        return counts;
    }

    private sealed record Counted(string Name, int Times);
}

/// <summary>
/// [OFFICIAL] Corrected: Morning briefing: Tuesday 10 March 2026: the lead story. Lists of messages show the first 50 to 60
/// characters: what is cut off is the headline.
/// </summary>
internal static class EditionSubject
{
    private const int Longest = 120;

    /// <summary>Less of a headline says nothing.</summary>
    private const int MinLead = 20;

    /// <param name="lead">The headline of what is reported first; null for an edition without stories.</param>
    public static string Of(string title, string? marking, string day, bool late, bool corrected, string? lead)
    {
        var head = $"{(marking is null ? "" : $"[{marking}] ")}{(corrected ? "Corrected: " : "")}{title}: {day}{(late ? " (late)" : "")}";
        var room = Longest - head.Length - 2;
        return lead is null || room < MinLead ? head : $"{head}: {DisplayText.Shorten(lead, room)}";
    }
}
