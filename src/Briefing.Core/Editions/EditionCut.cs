using System.Collections.Immutable;
using Briefing.Core.Editions.Filing;
using Briefing.Core.Extraction;
using Briefing.Core.Stories;

namespace Briefing.Core.Editions;

/// <summary>What of the filed stories is printed, after the plan's limits; the rest is listed with its reason.</summary>
internal sealed record EditionCut(ImmutableArray<EditionSection> Sections, ImmutableArray<DroppedText> Dropped)
{
    /// <summary>The id of the section of what is filed under no topic.</summary>
    public const string AlsoReportedTopic = "also-reported";

    private const string AlsoReportedTitle = "Also reported";

    public static EditionCut Of(EditionPlan plan, FilingResult filing)
    {
        var dropped = ImmutableArray.CreateBuilder<DroppedText>();
        var sections = filing.Sections.Select(section => new EditionSection(section.Topic.Id, section.Topic.Title, section.Stories)).ToList();
        if (!plan.AlsoReported)
            Drop(filing.Unfiled.SelectMany(story => story.Claims), DropReason.NoTopic, dropped);
        else if (filing.Unfiled.Length > 0)
            sections.Add(new EditionSection(AlsoReportedTopic, AlsoReportedTitle, filing.Unfiled));

        return new EditionCut([.. sections.Select(section => Within(plan, section, dropped))], dropped.ToImmutable());
    }

    private static EditionSection Within(EditionPlan plan, EditionSection section, ImmutableArray<DroppedText>.Builder dropped)
    {
        Drop(section.Stories.Skip(plan.StoriesPerSection).SelectMany(story => story.Claims), DropReason.Limit, dropped);
        return section with { Stories = [.. section.Stories.Take(plan.StoriesPerSection).Select(story => Within(plan, story, dropped))] };
    }

    private static FiledStory Within(EditionPlan plan, FiledStory story, ImmutableArray<DroppedText>.Builder dropped)
    {
        var beyond = story.Claims.Skip(plan.ClaimsPerStory).ToHashSet<Claim>(ReferenceEqualityComparer.Instance);
        if (beyond.Count == 0)
            return story;

        Drop(story.Claims.Skip(plan.ClaimsPerStory), DropReason.Limit, dropped);
        return story with
        {
            Claims = [.. story.Claims.Take(plan.ClaimsPerStory)],
            Differences = [.. story.Differences.Where(difference => !difference.Variants.Any(variant => variant.Claims.Any(beyond.Contains)))],
        };
    }

    private static void Drop(IEnumerable<Claim> claims, DropReason reason, ImmutableArray<DroppedText>.Builder dropped)
    {
        foreach (var attribution in claims.SelectMany(claim => claim.Attributions))
        {
            var document = attribution.Article.Document;
            dropped.Add(new DroppedText(document.Id, attribution.Span, reason, attribution.Span.Of(document.Text)));
        }
    }
}

/// <summary>A section as it will be printed.</summary>
internal sealed record EditionSection(string Topic, string Title, ImmutableArray<FiledStory> Stories);
