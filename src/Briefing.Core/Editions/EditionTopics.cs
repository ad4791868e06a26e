using System.Collections.Immutable;

namespace Briefing.Core.Editions;

/// <summary>The topics of an edition that a reader can choose among.</summary>
public static class EditionTopics
{
    /// <summary>Ids in the order of the sections; "Also reported" is no topic.</summary>
    public static ImmutableArray<string> Of(Edition edition) =>
        [.. edition.Sections.Select(section => section.Topic).Where(topic => topic != EditionCut.AlsoReportedTopic)];
}
