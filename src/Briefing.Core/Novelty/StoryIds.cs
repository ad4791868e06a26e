using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Core.Novelty;

/// <summary>Gives today's stories the ids of those they continue, each to one story only.</summary>
internal static class StoryIds
{
    /// <param name="lines">For each story those it continues.</param>
    /// <param name="earlier">All, whether or not a story of today's continues them.</param>
    public static ImmutableArray<Story> Give(ImmutableArray<Story> today, ImmutableArray<ImmutableArray<StoryContinuation>> lines, ImmutableArray<EarlierStory> earlier)
    {
        var ids = new string?[today.Length];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.SelectMany(all => all).Order(StoryContinuation.StrongestFirst))
        {
            if (ids[line.Today] is null && taken.Add(line.Earlier.Id))
                ids[line.Today] = line.Earlier.Id;
        }

        // A story of its own does not take an id that an earlier one has, not even one that went to nobody.
        taken.UnionWith(earlier.Select(story => story.Id));
        return [.. today.Select((story, at) => story with { Id = ids[at] ?? Own(story.Id, taken) })];
    }

    private static string Own(string id, HashSet<string> taken)
    {
        var own = id;
        for (var number = 2; !taken.Add(own); number++)
            own = $"{id}-{number}";
        return own;
    }
}
