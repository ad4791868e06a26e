using Briefing.Core.Extraction;
using Briefing.Core.Model;

namespace Briefing.Core.Tests.Extraction;

/// <summary>Checks that passages, headlines and dropped stretches together are the whole document, each character once.</summary>
internal static class Entailment
{
    public static ExtractedDocument Check(Document document, string? language = "en")
    {
        var extracted = ArticleExtractor.Extract(document, language);
        var spans = extracted.Dropped.Select(drop => drop.Span)
            .Concat(extracted.Articles.SelectMany(article => article.Passages).Select(passage => passage.Span))
            .Concat(extracted.Articles.Select(article => article.HeadlineSpan).OfType<TextSpan>())
            .OrderBy(span => span.Start)
            .ToList();
        var at = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= at, $"{span} overlaps what ends at {at}: {span.Of(document.Text)}");
            Assert.Equal("", document.Text[at..span.Start].Trim());
            at = span.End;
        }

        Assert.Equal("", document.Text[at..].Trim());
        Assert.All(extracted.Articles.SelectMany(article => article.Passages), passage => Assert.Equal(passage.Span.Of(document.Text), passage.Text));
        Assert.All(extracted.Dropped, drop => Assert.Equal(drop.Span.Of(document.Text), drop.Text));
        return extracted;
    }
}
