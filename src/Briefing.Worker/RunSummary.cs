using Briefing.Core.Model;
using Briefing.Worker.Rendering;

namespace Briefing.Worker;

/// <summary>What was made, by count, and where it lies.</summary>
internal static class RunSummary
{
    public static void Write(TextWriter output, Edition edition, IReadOnlyList<string> written)
    {
        var version = edition.Version > 1 ? $", version {edition.Version}" : "";
        output.WriteLine($"{edition.Title}, {edition.Date}{version}: {Wording.Count(edition.Documents.Length, "document", "documents")}, {Wording.Count(edition.Articles.Length, "article", "articles")}, {Wording.Count(edition.Dropped.Length, "stretch", "stretches")} of text left out");
        foreach (var section in edition.Sections)
            output.WriteLine($"  {section.Title}: {Wording.Count(section.Stories.Length, "story", "stories")}, {Wording.Count(section.Stories.Sum(story => story.Claims.Length), "statement", "statements")}, {Wording.Count(section.Stories.Sum(story => story.Differences.Length), "difference", "differences")}");
        foreach (var path in written)
            output.WriteLine($"  {path}");
    }
}
