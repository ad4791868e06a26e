using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Tests;

/// <summary>Values that a test needs but does not care about.</summary>
internal static class Some
{
    public static readonly Instant Instant = Instant.FromUtc(2026, 2, 2, 6, 0);

    public static Document Document(string text, string id = "d1") =>
        new() { Id = id, Name = id + ".txt", Text = text, ReadAt = Instant };

    /// <summary>An article whose whole document is its text, one passage a line.</summary>
    public static Article Article(string text, string id = "a1", LocalDate? published = null) => new()
    {
        Id = id,
        Document = Document(text, "d" + id),
        Span = new TextSpan(0, text.Length),
        Headline = "A headline",
        Language = "en",
        Published = published is { } date ? new Publication(date) : null,
        Passages = [.. Passages(text)],
    };

    private static IEnumerable<Passage> Passages(string text)
    {
        var start = 0;
        foreach (var (paragraph, line) in text.Split('\n').Index())
        {
            yield return new Passage(new TextSpan(start, start + line.Length), PassageKind.Sentence, line, paragraph);
            start += line.Length + 1;
        }
    }
}
