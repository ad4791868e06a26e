using System.Collections.Immutable;
using System.Text;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Tests.Topics;

/// <summary>Stories of one article, for tests that care about words only.</summary>
internal static class SomeStory
{
    /// <summary>A passage that begins with "## " is a subheading; every other one is a claim.</summary>
    public static Story Of(string id, string headline, params string[] passages) =>
        Told(id, headline, outlet: null, origin: null, passages);

    /// <summary>The same, from an outlet and an origin; null for none.</summary>
    public static Story Told(string id, string headline, string? outlet, string? origin, params string[] passages)
    {
        var text = new StringBuilder(headline).Append('\n');
        var built = ImmutableArray.CreateBuilder<Passage>();
        foreach (var passage in passages)
        {
            var isSubheading = passage.StartsWith("## ", StringComparison.Ordinal);
            var words = isSubheading ? passage[3..] : passage;
            var span = new TextSpan(text.Length, text.Length + words.Length);
            built.Add(new Passage(span, isSubheading ? PassageKind.Subheading : PassageKind.Sentence, words, built.Count));
            text.Append(words).Append('\n');
        }

        var article = new Article
        {
            Id = "a-" + id,
            Document = new Document { Id = "d-" + id, Name = id + ".txt", Text = text.ToString(), ReadAt = Instant.FromUtc(2026, 3, 10, 6, 0) },
            Span = new TextSpan(0, text.Length),
            Headline = headline,
            Outlet = outlet,
            Language = "en",
            Passages = built.ToImmutable(),
        };
        var claims = article.Passages
            .Where(passage => passage.Kind != PassageKind.Subheading)
            .Select((passage, at) => new Claim($"{id}-{at + 1}", passage.Text, [new Attribution(article, passage.Span, true)], false, null));
        var sourced = new SourcedArticle(article, origin, origin is null ? null : OriginBasis.Byline, null);
        return new Story(id, headline, [new Report("r-" + id, [sourced])], [.. claims], []);
    }
}
