using System.Collections.Immutable;
using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Provenance;
using Briefing.Core.Extraction.Segments;
using Briefing.Core.Model;

namespace Briefing.Core.Extraction;

/// <summary>
/// From a document to its articles. Works on the form of lines and on how they stand together; docs/decisions tells the rules and
/// the evidence. Every stretch of text is in an article or in the list of what was dropped.
/// </summary>
public static class ArticleExtractor
{
    /// <param name="editionLanguage">ISO 639-1; text in other languages is dropped. Null keeps the language in which most of the
    /// document's paragraphs are written.</param>
    public static ExtractedDocument Extract(Document document, string? editionLanguage = "en")
    {
        var (lines, drafts, articles) = Read(document, editionLanguage);
        return new ExtractedDocument(articles, DroppedTextCollector.Write(document, lines, drafts, articles));
    }

    /// <summary>What was decided of each line, and by which rule, for the person who asks why.</summary>
    /// <inheritdoc cref="Extract"/>
    public static ImmutableArray<LineVerdict> Explain(Document document, string? editionLanguage = "en") =>
    [
        .. Read(document, editionLanguage).Lines.Select(line => new LineVerdict(
            line.Span, line.Text, line.Role.ToString(), line.Rule, line.Score?.Name, line.Score?.Score(line) ?? 0)),
    ];

    private static (List<PageLine> Lines, List<ArticleDraft> Drafts, ImmutableArray<Article> Articles) Read(Document document, string? editionLanguage)
    {
        var (lines, language, drafts) = Find(document, document.Layout?.Blocks ?? [], editionLanguage);
        // Markup may call a whole page furniture; then its text is judged as plain text.
        if (drafts.Count == 0 && document.Layout is not null)
            (lines, language, drafts) = Find(document, [], editionLanguage);
        var outlet = document.Layout?.Metadata.SiteName ?? OutletReader.Read(lines, drafts);
        foreach (var draft in drafts)
        {
            BodyReader.Fill(lines, draft);
            Promotions.Remove(lines, draft, outlet);
            TailTrimmer.Trim(lines, draft);
        }

        drafts.RemoveAll(draft => draft.Body.Count == 0);
        ArticleFinder.SetFeet(lines, drafts);

        var notices = MachineWritingReader.Read(lines, drafts);
        return (lines, drafts, [.. drafts.Select((draft, at) => ArticleOf(document, lines, draft, at, outlet, language, notices[at]))]);
    }

    private static (List<PageLine> Lines, string Language, List<ArticleDraft> Drafts) Find(
        Document document, ImmutableArray<PageBlock> blocks, string? editionLanguage)
    {
        var lines = LineReader.Read(document.Text, blocks);
        LineClassifier.Classify(lines);
        var language = LineLanguages.Mark(lines, editionLanguage);
        return (lines, language, ArticleFinder.Find(lines, document.Layout?.Metadata.Title));
    }

    private static Article ArticleOf(
        Document document, List<PageLine> lines, ArticleDraft draft, int number, string? outlet, string language, MachineWriting? notice)
    {
        var (datelineAt, dateline) = DatelineOf(draft);
        var passages = PassageBuilder.Build(document.Text, draft, dateline, datelineAt);
        var credits = CreditReader.Read(lines, draft, dateline);
        var first = Math.Min(draft.Headline?.Span.Start ?? int.MaxValue, passages[0].Span.Start);
        return new Article
        {
            Id = $"{document.Id}.{number + 1}",
            Document = document,
            Span = new TextSpan(first, passages[^1].Span.End),
            Headline = draft.Headline?.Text ?? (number == 0 ? document.Layout?.Metadata.Title : null) ?? passages[0].Text,
            HeadlineSpan = draft.Headline?.Span,
            Outlet = credits.Outlet ?? outlet,
            Byline = credits.Byline,
            Agency = credits.Agency,
            QuotedAgency = QuotedAgencyReader.Read(draft.Body.Select(part => part.Line)),
            Dateline = dateline?.Place,
            Published = PublicationDateReader.Read(document, lines, draft, dateline, isFirst: number == 0),
            Language = language,
            MachineWritten = notice,
            Passages = passages,
        };
    }

    // The dateline opens the first paragraph; a lead-in and bullets may stand before it.
    private static (PageLine? At, Dateline? Dateline) DatelineOf(ArticleDraft draft)
    {
        const int Reach = 2;
        foreach (var (line, _) in draft.Body.Where(part => part.Kind == PassageKind.Sentence).Take(Reach))
        {
            if (DatelineReader.Read(line.Text) is { } dateline)
                return (line, dateline);
        }

        return (null, null);
    }
}

/// <summary>What was decided of a line of a document.</summary>
/// <param name="Role">What it is by itself: "Prose", "Caption", …</param>
/// <param name="Rule">The name of the rule that gave it its role.</param>
/// <param name="SegmentRule">The name of what it said for or against being inside an article; null where no article was looked for.</param>
/// <param name="SegmentScore">In words of prose; below 0 against.</param>
public sealed record LineVerdict(TextSpan Span, string Text, string Role, string Rule, string? SegmentRule, double SegmentScore);
