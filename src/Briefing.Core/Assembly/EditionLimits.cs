using System.Collections.Immutable;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Topics;

namespace Briefing.Core.Assembly;

/// <summary>What of the filed stories is printed, after the plan's limits; the rest is listed with its reason.</summary>
internal sealed record EditionLimits(ImmutableArray<EditionSection> Sections, ImmutableArray<DroppedText> Dropped)
{
    /// <summary>The id of the section of what is filed under no topic.</summary>
    public const string AlsoReportedTopic = "also-reported";

    private const string AlsoReportedTitle = "Also reported";

    public static EditionLimits Of(EditionPlan plan, FilingResult filing)
    {
        var dropped = ImmutableArray.CreateBuilder<DroppedText>();
        var sections = filing.Sections.Select(section => new EditionSection(section.Topic.Id, section.Topic.Title, section.Stories)).ToList();
        if (!plan.AlsoReported)
            Drop(filing.Unfiled.SelectMany(story => story.Claims), DropReason.NoTopic, dropped);
        else if (filing.Unfiled.Length > 0)
            sections.Add(new EditionSection(AlsoReportedTopic, AlsoReportedTitle, filing.Unfiled));

        return new EditionLimits([.. sections.Select(section => Within(plan, section, dropped))], dropped.ToImmutable());
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

/// <summary>
/// Orders the claims of a story that the reader knows: the lead stays first, for it says what the story is about; then what is
/// new or updated, then what continues, each in the order it had. What cannot be understood without the claim before it, and claims
/// that disagree, keep together. A new story keeps its order. Where a story is cut to a limit, news is thereby cut last.
/// </summary>
internal static class NovelClaimsFirst
{
    public static FilingResult Order(FilingResult filing, NoveltyDetector news) => news.IsFirst ? filing : new FilingResult(
        [.. filing.Sections.Select(section => section with { Stories = [.. section.Stories.Select(story => Order(story, news))] })],
        [.. filing.Unfiled.Select(story => Order(story, news))]);

    private static FiledStory Order(FiledStory filed, NoveltyDetector news)
    {
        if (news.StatusOf(filed.Story, filed.Claims) != NewsStatus.Updated)
            return filed;
        var blocks = Blocks(filed);
        return filed with
        {
            Claims =
            [
                .. blocks[0],
                .. blocks.Skip(1).OrderBy(block => block.Exists(claim => news.Of(claim).Status != NewsStatus.Continuing) ? 0 : 1).SelectMany(block => block),
            ],
        };
    }

    private static List<List<Claim>> Blocks(FiledStory filed)
    {
        var reader = new SentenceReader(new Vocabulary(), new NameUse());
        var blocks = new List<List<Claim>>();
        foreach (var claim in filed.Claims)
        {
            if (blocks.Count > 0 && (Leans(reader, claim) || Disagree(filed.Differences, claim, blocks[^1])))
                blocks[^1].Add(claim);
            else
                blocks.Add([claim]);
        }

        return blocks;
    }

    private static bool Leans(SentenceReader reader, Claim claim) => ComparableStatement.Read(reader, claim, default).DistinctSentence.LeansOnWhatPrecedes;

    private static bool Disagree(ImmutableArray<Difference> differences, Claim claim, List<Claim> block) => differences.Any(difference =>
    {
        var claims = difference.Variants.SelectMany(variant => variant.Claims).ToHashSet<Claim>(ReferenceEqualityComparer.Instance);
        return claims.Contains(claim) && block.Exists(claims.Contains);
    });
}
