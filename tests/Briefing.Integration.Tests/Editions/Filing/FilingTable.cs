using System.Collections.Immutable;
using System.Text;
using Briefing.Core.Model;
using Briefing.Tests.Shared;
using NodaTime;

namespace Briefing.Integration.Tests.Editions.Filing;

/// <summary>Labelled stories of one article each, read from a text file beside the tests.</summary>
internal static class FilingTable
{
    /// <param name="Expected">For each claim of the story the id of its topic, or null.</param>
    internal sealed record LabelledStory(Story Story, ImmutableArray<string?> Expected);

    public static ImmutableArray<LabelledStory> Read(string file)
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "Briefing.Integration.Tests", "Editions", "Filing", file));
        var stories = ImmutableArray.CreateBuilder<LabelledStory>();
        var current = new List<string>();
        foreach (var line in lines.Where(line => line.Length > 0 && line[0] != '#').Append("= "))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal) && current.Count > 0)
            {
                stories.Add(ReadStory(current, stories.Count + 1));
                current.Clear();
            }

            current.Add(line);
        }

        return stories.ToImmutable();
    }

    private static LabelledStory ReadStory(List<string> lines, int number)
    {
        var headline = lines[0][2..];
        var text = new StringBuilder(headline).Append('\n');
        var passages = ImmutableArray.CreateBuilder<Passage>();
        var expected = ImmutableArray.CreateBuilder<string?>();
        foreach (var line in lines.Skip(1))
        {
            var isSubheading = line.StartsWith("== ", StringComparison.Ordinal);
            var bar = line.IndexOf('|', StringComparison.Ordinal);
            var passage = isSubheading ? line[3..] : line[(bar + 2)..];
            passages.Add(new Passage(
                new TextSpan(text.Length, text.Length + passage.Length),
                isSubheading ? PassageKind.Subheading : PassageKind.Sentence,
                passage,
                passages.Count));
            text.Append(passage).Append('\n');
            if (isSubheading)
                continue;
            var label = line[..bar].Split('~')[0].Trim();
            expected.Add(label == "none" ? null : label);
        }

        return new LabelledStory(StoryOf(headline, text.ToString(), passages.ToImmutable(), number), expected.ToImmutable());
    }

    private static Story StoryOf(string headline, string text, ImmutableArray<Passage> passages, int number)
    {
        var article = new Article
        {
            Id = $"a{number}",
            Document = new Document { Id = $"d{number}", Name = $"{number}.txt", Text = text, ReadAt = Instant.FromUtc(2026, 3, 10, 6, 0) },
            Span = new TextSpan(0, text.Length),
            Headline = headline,
            Language = "en",
            Passages = passages,
        };
        var report = new Report($"r{number}", [new SourcedArticle(article, null, null, null)]);
        var claims = passages
            .Where(passage => passage.Kind != PassageKind.Subheading)
            .Select((passage, at) => new Claim($"c{number}-{at}", passage.Text, [new Attribution(article, passage.Span, true)], false, null));
        return new Story($"s{number}", headline, [report], [.. claims], []);
    }
}
