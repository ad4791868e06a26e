using System.Collections.Immutable;
using Briefing.Core.Assembly;
using Briefing.Core.Claims;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Reprints;
using Briefing.Core.Stories;
using Briefing.Core.Text;
using Briefing.Core.Topics;

namespace Briefing.Core;

/// <summary>
/// The whole pipeline: documents → articles → reports → stories → sections → edition. Pure: the same documents, plan and earlier
/// editions give the same edition on every machine. Cost: near-linear in the text read.
/// </summary>
public static class Newsdesk
{
    /// <param name="documents">Ids d1, d2, … in order.</param>
    /// <param name="earlier">What is remembered of earlier days' editions of the entry; none makes all of it new.</param>
    /// <param name="stageDone">Called after each stage.</param>
    /// <param name="leftOut">Ids of documents that are not read; each counts as one without an article.</param>
    public static Edition MakeEdition(
        EditionPlan plan, IReadOnlyList<Document> documents, IReadOnlyList<RememberedEdition>? earlier = null, Action<Stage>? stageDone = null,
        IReadOnlySet<string>? leftOut = null)
    {
        var (extracted, reports, stories) = FindStories(documents, plan.Language, stageDone, leftOut);
        var news = NoveltyDetector.Of(plan, stories, earlier ?? []);
        if (!news.IsFirst)
            stageDone?.Invoke(new Stage("compare", earlier!.Count, news.Continued, "stories continued"));

        var filing = new TopicFiler(plan.Topics).File(news.Stories);
        var edition = EditionAssembly.Assemble(plan, documents, reports, filing, news, extracted.SelectMany(part => part.Dropped));
        stageDone?.Invoke(new Stage("file", stories.Length, edition.Sections.Sum(section => section.Stories.Length), "stories in sections"));
        return edition;
    }

    /// <summary>The stories of the documents, before they are compared with earlier days' and filed.</summary>
    /// <param name="language">ISO 639-1; text in other languages is dropped.</param>
    public static ImmutableArray<Story> FindStories(IReadOnlyList<Document> documents, string? language) =>
        FindStories(documents, language, stageDone: null, leftOut: null).Stories;

    private static (List<ExtractedDocument> Extracted, ImmutableArray<Report> Reports, ImmutableArray<Story> Stories) FindStories(
        IReadOnlyList<Document> documents, string? language, Action<Stage>? stageDone, IReadOnlySet<string>? leftOut)
    {
        var extracted = documents
            .Select(document => leftOut?.Contains(document.Id) == true ? WithoutArticle(document) : ArticleExtractor.Extract(document, language))
            .ToList();
        var articles = InOrder(extracted);
        stageDone?.Invoke(new Stage("extract", documents.Count, articles.Length, "articles"));

        var reports = ReprintFinder.Find(articles);
        stageDone?.Invoke(new Stage("match", articles.Length, reports.Length, "reports"));

        var stories = MergeStories(StoryFinder.Group(reports));
        stageDone?.Invoke(new Stage("merge", reports.Length, stories.Length, "stories"));
        return (extracted, reports, stories);
    }

    private static ExtractedDocument WithoutArticle(Document document) =>
        new([], [new DroppedText(document.Id, new TextSpan(0, document.Text.Length), DropReason.NoArticle, document.Text)]);

    private static ImmutableArray<Article> InOrder(IEnumerable<ExtractedDocument> extracted) =>
        [.. extracted.SelectMany(part => part.Articles).Select((article, at) => article with { Id = $"a{at + 1}" })];

    private static ImmutableArray<Story> MergeStories(ImmutableArray<ImmutableArray<Report>> groups)
    {
        var merger = new ClaimMerger();
        var ids = new StableIds("s-");
        var stories = ImmutableArray.CreateBuilder<Story>(groups.Length);
        foreach (var reports in groups)
        {
            var merged = merger.Merge(reports);
            stories.Add(new Story(ids.For(IdentityOf(merged)), merged.Headline, reports, merged.Claims, merged.Differences));
        }

        return stories.MoveToImmutable();
    }

    // Headline and lead, so that the id does not change when other stories come and go.
    private static string IdentityOf(MergedStory merged) =>
        LetterFolding.Fold(merged.Headline) + "\n" + (merged.Claims.IsEmpty ? "" : merged.Claims[0].Id);
}

/// <summary>A finished step of a run: what went in and what came out.</summary>
/// <param name="What">The name of the things that came out ("articles").</param>
public readonly record struct Stage(string Name, int In, int Out, string What);
