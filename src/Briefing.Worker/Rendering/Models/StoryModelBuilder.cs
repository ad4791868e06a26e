using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering.Models;

/// <summary>Makes the view of each story: numbers, anchors, labels, markers.</summary>
internal sealed class StoryModelBuilder(Edition edition, SourceIndex sources)
{
    // Enough to see what changed; the earlier edition has the rest.
    private const int LongestBefore = 240;

    private readonly List<PlacedStory> _placed = Placed(edition);

    /// <param name="section">From 0.</param>
    /// <param name="place">From 0.</param>
    public StoryModel Story(SectionStory story, int section, int place, int rank)
    {
        var anchor = AnchorOf(section, place);
        var headline = DisplayText.Clean(story.Headline);
        var statements = story.Claims
            .Select((claim, at) => Statement(claim, at + 1, anchor, story.Status))
            .ToArray();
        var articles = story.Articles.Select(sources.Article).ToArray();
        return new StoryModel
        {
            Number = $"{section + 1}.{place + 1}",
            Anchor = anchor,
            Headline = headline,
            HeadlineShort = DisplayText.Shorten(headline, EditionModelBuilder.ShortHeadline),
            Rank = rank,
            Status = Phrases.Status(story.Status),
            StatusLabel = Phrases.StatusLabel(story.Status),
            OriginsText = $"{Phrases.Origins(story.Origins)}, {Phrases.Count(story.Outlets, "outlet", "outlets")}",
            OriginNames = OriginNames(articles),
            UnattributedText = story.Unattributed == 0
                ? null
                : $"{Phrases.Count(story.Unattributed, "account names", "accounts name")} no origin",
            MachineWrittenText = MachineWrittenText(articles),
            AngleOf = story.AngleOf is { } home ? _placed.Find(placed => placed.Id == home)?.Reference : null,
            Angles = story.AngleOf is null ? [.. _placed.Where(placed => placed.AngleOf == story.Id).Select(placed => placed.Reference)] : [],
            Statements = statements,
            Differences = [.. story.Differences.Select(difference => Difference(difference, story.Claims, statements))],
            SourceNumbers = SourceNumbers(story),
        };
    }

    private List<int> SourceNumbers(SectionStory story)
    {
        var numbers = new HashSet<int>();
        foreach (var claim in story.Claims)
        {
            foreach (var attribution in claim.Attributions)
                numbers.Add(sources.Number(attribution.Article));
        }

        foreach (var article in story.Articles)
            numbers.Add(sources.Number(article));
        var sorted = new List<int>(numbers);
        sorted.Sort();
        return sorted;
    }

    private static string AnchorOf(int section, int place) => $"story-{section + 1}-{place + 1}";

    private static List<PlacedStory> Placed(Edition edition)
    {
        var all = new List<PlacedStory>();
        for (var section = 0; section < edition.Sections.Length; section++)
        {
            var (title, stories) = (DisplayText.Label(edition.Sections[section].Title), edition.Sections[section].Stories);
            for (var place = 0; place < stories.Length; place++)
            {
                var headline = DisplayText.Shorten(DisplayText.Clean(stories[place].Headline), EditionModelBuilder.ShortHeadline);
                var id = stories[place].AngleOf is null ? stories[place].Id : null;
                all.Add(new PlacedStory(id, stories[place].AngleOf, new StoryReference(headline, AnchorOf(section, place), title)));
            }
        }

        return all;
    }

    private static string? OriginNames(EditionArticle[] articles)
    {
        var names = articles.Select(article => DisplayText.LabelOrNull(article.Origin)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : Phrases.List(names);
    }

    private static string? MachineWrittenText(EditionArticle[] articles)
    {
        var machine = articles.Count(SourceIndex.IsMachineWritten);
        return machine == 0 ? null : $"{machine} of {Phrases.Count(articles.Length, "source", "sources")} {(machine == 1 ? "is" : "are")} machine-written";
    }

    private StatementModel Statement(EditionClaim claim, int number, string story, NewsStatus storyStatus)
    {
        var markers = sources.Markers(claim.Attributions);
        var (text, speaker) = (DisplayText.Clean(claim.Text), DisplayText.LabelOrNull(claim.Speaker));
        return new StatementModel
        {
            Number = number,
            Anchor = StatementAnchor(story, number),
            Text = text,
            Mark = (storyStatus, claim.Status) switch
            {
                (NewsStatus.New, _) => null,
                (_, NewsStatus.New) => "New",
                (_, NewsStatus.Updated) => "Changed",
                _ => null,
            },
            Before = storyStatus != NewsStatus.New && claim is { Status: NewsStatus.Updated, UpdatesText: { } before } ? DisplayText.Shorten(DisplayText.Clean(before), LongestBefore) : null,
            Quote = claim.Quote,
            Speaker = speaker,
            SpeakerInText = speaker is not null && text.Contains(speaker, StringComparison.Ordinal),
            Markers = markers,
            OriginsText = claim.Origins switch { 0 => "no known origin", 1 => null, var origins => $"{origins} origins" },
            MachineWrittenOnly = markers.Count > 0 && markers.All(marker => marker.MachineWritten),
        };
    }

    private static string StatementAnchor(string story, int number) => $"{story}-{number}";

    private DifferenceModel Difference(EditionDifference difference, ImmutableArray<EditionClaim> claims, StatementModel[] statements)
    {
        var variants = difference.Variants.Select(variant => new VariantModel(
            DisplayText.Label(variant.Text),
            DisplayText.LabelOrNull(variant.Note),
            sources.Who(variant.Articles),
            sources.Markers(variant.Articles),
            [.. StatementsOf(variant, claims, statements)]));
        return new DifferenceModel(difference.About, Phrases.About(difference.About), [.. variants]);
    }

    // A variant's claim may stand in another section, with another angle of the story: then there is nothing here to lead to.
    private static IEnumerable<StatementReference> StatementsOf(EditionVariant variant, ImmutableArray<EditionClaim> claims, StatementModel[] statements)
    {
        for (var at = 0; at < claims.Length; at++)
        {
            if (variant.Claims.Contains(claims[at].Id, StringComparer.Ordinal))
                yield return new StatementReference(statements[at].Number, statements[at].Anchor);
        }
    }

    /// <param name="Id">Null for an angle.</param>
    private sealed record PlacedStory(string? Id, string? AngleOf, StoryReference Reference);
}
