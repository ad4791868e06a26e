using System.Collections.Immutable;
using Briefing.Core.Stories;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>Finds which earlier stories today's continue, looking only at those whose leads are alike or whose statements come again.</summary>
internal static class StoryLines
{
    /// <returns>For each story of today, the strongest first.</returns>
    public static ImmutableArray<ImmutableArray<StoryLine>> Find(
        ImmutableArray<Story> today, List<List<BondedClaim>> claims, ImmutableArray<EarlierStory> earlier, LocalDate date)
    {
        var byId = earlier.ToDictionary(story => story.Id, StringComparer.Ordinal);
        var alike = StoryLeads.Alike(today, earlier, date);
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<StoryLine>>(today.Length);
        for (var at = 0; at < today.Length; at++)
        {
            var addresses = today[at].Reports.SelectMany(report => report.Articles).Select(sourced => PrintedStatement.AddressOf(sourced.Article)).ToHashSet(StringComparer.Ordinal);
            var candidates = claims[at]
                .SelectMany(claim => claim.Bonds)
                .Where(bonded => bonded.Bond != Bond.None)
                .Select(bonded => bonded.Earlier.Claim.Story)
                .Concat(alike[at])
                .Distinct(StringComparer.Ordinal)
                .Where(byId.ContainsKey)
                .Select(id => StoryLine.Between(at, claims[at], byId[id], alike[at].Contains(id), byId[id].Addresses.Overlaps(addresses)))
                .OfType<StoryLine>();
            lines.Add([.. candidates.Order(StoryLine.StrongestFirst)]);
        }

        return lines.MoveToImmutable();
    }
}
