namespace Briefing.Core.Editions.Comparison;

/// <summary>
/// What changed about stories and statements that stand in both editions, though their words are the same: headline, topic, speaker,
/// differences, sources.
/// </summary>
internal static class StandingStories
{
    public static IEnumerable<CorrectionChange> Changes(Edition sent, Edition now)
    {
        var (before, after) = (new ToldStories(sent), new ToldStories(now));
        var standing = after.Stories.ConvertAll(story => (Now: story, Before: before.CounterpartOf(story, after)));
        var answered = standing.Select(pair => pair.Before?.Story.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        return
        [
            .. standing.SelectMany(pair => pair.Before is { } earlier ? ChangesOf(earlier, before, pair.Now, after) : HeadingOf(pair.Now, before)),

            // Its statements stand in other stories now.
            .. before.Stories
                .Where(story => !answered.Contains(story.Story.Id) && after.TellsOf(story.Story))
                .Select(story => new CorrectionChange(CorrectionKind.Headline, story.Story.Headline, Now: null)),
        ];
    }

    // Of statements that stood in other stories before.
    private static IEnumerable<CorrectionChange> HeadingOf(ToldStory story, ToldStories before) =>
        before.TellsOf(story.Story) ? [new CorrectionChange(CorrectionKind.Headline, Before: null, story.Story.Headline)] : [];

    private static IEnumerable<CorrectionChange> ChangesOf(ToldStory earlier, ToldStories before, ToldStory later, ToldStories after)
    {
        var story = later.Story;
        if (earlier.Story.Headline != story.Headline)
            yield return new CorrectionChange(CorrectionKind.Headline, earlier.Story.Headline, story.Headline);
        if (earlier.Section.Topic != later.Section.Topic)
            yield return new CorrectionChange(CorrectionKind.Moved, earlier.Section.Title, later.Section.Title, story.Headline);
        if (!DifferencesOf(earlier.Story).SequenceEqual(DifferencesOf(story), StringComparer.Ordinal))
            yield return new CorrectionChange(CorrectionKind.Difference, Before: null, Now: null, story.Headline);
        foreach (var claim in story.Claims)
        {
            if (earlier.Story.Claims.FirstOrDefault(other => other.Text == claim.Text) is not { } same)
                continue;
            if (same.Speaker != claim.Speaker)
                yield return new CorrectionChange(CorrectionKind.Speaker, same.Speaker, claim.Speaker, claim.Text);
            if (same.Origins != claim.Origins || !before.SourcesOf(same).SetEquals(after.SourcesOf(claim)))
                yield return new CorrectionChange(CorrectionKind.Sources, Before: null, Now: null, claim.Text);
        }
    }

    private static IEnumerable<string> DifferencesOf(SectionStory story) => story.Differences.Select(difference =>
        string.Join('\n', [difference.About, .. difference.Variants.Select(variant => $"{variant.Text}\t{variant.Note}")]));
}
