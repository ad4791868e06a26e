using Briefing.Core.Editions;

namespace Briefing.Worker;

/// <summary>What was made, by count, and where it lies.</summary>
internal static class RunSummary
{
    public static void Write(TextWriter output, Edition edition, IReadOnlyList<string> written)
    {
        var version = edition.Version > 1 ? $", version {edition.Version}" : "";
        output.WriteLine($"{edition.Title}, {edition.Date}{version}: {edition.Documents.Length} documents, {edition.Articles.Length} articles, {edition.Dropped.Length} stretches of text left out");
        foreach (var section in edition.Sections)
            output.WriteLine($"  {section.Title}: {section.Stories.Length} stories, {section.Stories.Sum(story => story.Claims.Length)} statements, {section.Stories.Sum(story => story.Differences.Length)} differences");
        foreach (var path in written)
            output.WriteLine($"  {path}");
    }
}
