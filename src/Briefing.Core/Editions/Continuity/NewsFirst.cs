using System.Collections.Immutable;
using Briefing.Core.Editions.Filing;
using Briefing.Core.Stories;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Editions.Continuity;

/// <summary>
/// Orders the claims of a story that the reader knows: the lead stays first, for it says what the story is about; then what is
/// new or updated, then what continues, each in the order it had. What cannot be understood without the claim before it, and claims
/// that disagree, keep together. A new story keeps its order. Where a story is cut to a limit, news is thereby cut last.
/// </summary>
internal static class NewsFirst
{
    public static FilingResult Order(FilingResult filing, NewsSince news) => news.IsFirst ? filing : new FilingResult(
        [.. filing.Sections.Select(section => section with { Stories = [.. section.Stories.Select(story => Order(story, news))] })],
        [.. filing.Unfiled.Select(story => Order(story, news))]);

    private static FiledStory Order(FiledStory filed, NewsSince news)
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
        var reader = new StatementReader(new Vocabulary(), new NameUse());
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

    private static bool Leans(StatementReader reader, Claim claim) => PrintedStatement.Read(reader, claim, default).Telling.LeansOnWhatPrecedes;

    private static bool Disagree(ImmutableArray<Difference> differences, Claim claim, List<Claim> block) => differences.Any(difference =>
    {
        var claims = difference.Variants.SelectMany(variant => variant.Claims).ToHashSet<Claim>(ReferenceEqualityComparer.Instance);
        return claims.Contains(claim) && block.Exists(claims.Contains);
    });
}
