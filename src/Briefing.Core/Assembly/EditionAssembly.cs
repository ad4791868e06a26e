using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Topics;
using NodaTime.Text;

namespace Briefing.Core.Assembly;

/// <summary>Writes down what was decided as an <see cref="Edition"/>: plain data, with ids in place of references and counts in place of lists.</summary>
internal sealed class EditionAssembly
{
    private const int DroppedTextLength = 120;

    private readonly NoveltyDetector _news;
    private readonly Dictionary<string, SourcedArticle> _sourced;

    // An unattributed account counts once, however many pages carry it.
    private readonly Dictionary<string, string> _reportOf;

    private readonly Dictionary<Claim, string> _claimIds = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _takenIds = new(StringComparer.Ordinal);

    private EditionAssembly(IEnumerable<Report> reports, NoveltyDetector news)
    {
        _news = news;
        _sourced = new Dictionary<string, SourcedArticle>(StringComparer.Ordinal);
        _reportOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var report in reports)
        {
            foreach (var article in report.Articles)
            {
                _sourced.Add(article.Article.Id, article);
                _reportOf.Add(article.Article.Id, report.Id);
            }
        }
    }

    /// <param name="reports">All, whether or not a story of the edition reports them.</param>
    /// <param name="dropped">What extraction left out.</param>
    public static Edition Assemble(
        EditionPlan plan,
        IReadOnlyList<Document> documents,
        IReadOnlyList<Report> reports,
        FilingResult filing,
        NoveltyDetector news,
        IEnumerable<DroppedText> dropped)
    {
        var assembly = new EditionAssembly(reports, news);
        var cut = EditionLimits.Of(plan, NovelClaimsFirst.Order(filing, news));
        return new Edition
        {
            Entry = plan.Entry,
            Date = LocalDatePattern.Iso.Format(plan.Date),
            Version = plan.Version,
            Late = plan.Late,
            Marking = plan.Marking,
            Title = plan.Title,
            TimeZone = plan.TimeZone,
            GeneratedAt = InstantPattern.General.Format(plan.GeneratedAt),
            Sections = [.. cut.Sections.Select(assembly.SectionOf)],
            Articles = [.. InOrder(assembly._sourced.Values).Select(ArticleOf)],
            Documents = [.. documents.Select(document => new EditionDocument(document.Id, document.Name, document.Sha256))],
            Dropped = [.. dropped.Concat(cut.Dropped).OrderBy(drop => drop.DocumentId, IdOrder).ThenBy(drop => drop.Span.Start).Select(DropOf)],
            Sources = plan.Sources,
        };
    }

    private Section SectionOf(EditionSection section) =>
        new(section.Topic, section.Title, [.. section.Stories.Select(story => StoryOf(section, story))]);

    private SectionStory StoryOf(EditionSection section, FiledStory filed)
    {
        var articles = ArticlesOf(filed);
        return new SectionStory
        {
            Id = filed.IsAngle ? $"{filed.Story.Id}-{section.Topic}" : filed.Story.Id,
            Headline = filed.Headline,
            AngleOf = filed.IsAngle ? filed.Story.Id : null,
            Status = _news.StatusOf(filed.Story, filed.Claims),
            Articles = [.. articles.Select(article => article.Article.Id)],
            Origins = Origins(articles),
            Unattributed = Unattributed(articles),
            Outlets = Outlets(articles),
            Claims = [.. filed.Claims.Select(ClaimOf)],
            Differences = [.. filed.Differences.Select(DifferenceOf)],
        };
    }

    // At home, all that report the event; for an angle, those that carry one of its claims.
    private List<SourcedArticle> ArticlesOf(FiledStory filed)
    {
        var articles = filed.IsAngle
            ? filed.Claims.SelectMany(claim => claim.Attributions).Select(attribution => _sourced[attribution.Article.Id])
            : filed.Story.Reports.SelectMany(report => report.Articles);
        return [.. InOrder(articles.DistinctBy(article => article.Article.Id, StringComparer.Ordinal))];
    }

    private static IEnumerable<SourcedArticle> InOrder(IEnumerable<SourcedArticle> articles) =>
        articles.OrderBy(article => article.Article.Id, IdOrder);

    private EditionClaim ClaimOf(Claim claim)
    {
        var articles = claim.Attributions.Select(attribution => _sourced[attribution.Article.Id]).ToList();
        var news = _news.Of(claim);
        return new EditionClaim
        {
            Id = IdOf(claim),
            Text = claim.Text,
            Status = news.Status,
            Updates = news.Updates,
            UpdatesText = news.UpdatesText,
            FirstSeen = LocalDatePattern.Iso.Format(news.FirstSeen),
            Origins = Origins(articles),
            Unattributed = Unattributed(articles),
            Quote = claim.IsQuotation,
            Speaker = claim.Speaker,
            Attributions =
            [
                .. claim.Attributions.Select(attribution =>
                    new EditionAttribution(attribution.Article.Id, attribution.Span.Start, attribution.Span.End, attribution.Exact)),
            ],
        };
    }

    // Two stories may carry the same sentence, of which either's id derives.
    private string IdOf(Claim claim)
    {
        if (_claimIds.TryGetValue(claim, out var known))
            return known;
        var id = claim.Id;
        for (var number = 2; !_takenIds.Add(id); number++)
            id = $"{claim.Id}-{number}";
        _claimIds.Add(claim, id);
        return id;
    }

    private static int Origins(IEnumerable<SourcedArticle> articles) =>
        articles.Select(article => article.Origin).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private int Unattributed(IEnumerable<SourcedArticle> articles) =>
        articles.Where(article => article.Origin is null).Select(article => _reportOf[article.Article.Id]).Distinct(StringComparer.Ordinal).Count();

    private static int Outlets(IEnumerable<SourcedArticle> articles) =>
        articles.Select(article => article.Article.Outlet ?? "\0" + article.Article.Document.Id).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private EditionDifference DifferenceOf(Difference difference) =>
        new(difference.About.ToString().ToLowerInvariant(), [.. difference.Variants.Select(variant => new EditionVariant(
            variant.Text,
            variant.Note,
            [.. variant.Claims.Select(IdOf)],
            [.. variant.Articles.Select(article => article.Id)]))]);

    private static EditionArticle ArticleOf(SourcedArticle sourced)
    {
        var article = sourced.Article;
        return new EditionArticle
        {
            Id = article.Id,
            Document = article.Document.Id,
            Headline = article.Headline,
            Outlet = article.Outlet,
            Url = article.Document.Url,
            Agency = article.Agency,
            Byline = article.Byline,
            Origin = sourced.Origin,
            OriginBasis = sourced.Basis is { } basis ? Hyphenated(basis.ToString()) : null,
            Published = article.Published?.ToString(),
            Language = article.Language,
            MachineWritten = article.MachineWritten is { } notice
                ? new EditionMachineWriting(notice.Scope.ToString().ToLowerInvariant(), notice.Notice)
                : null,
            ReprintOf = sourced.ReprintOf?.Id,
            Start = article.Span.Start,
            End = article.Span.End,
        };
    }

    private static EditionDrop DropOf(DroppedText drop)
    {
        var length = Math.Min(drop.Text.Length, DroppedTextLength);
        if (length < drop.Text.Length && char.IsHighSurrogate(drop.Text[length - 1]))
            length--;
        return new EditionDrop(drop.DocumentId, drop.Span.Start, drop.Span.End, Hyphenated(drop.Reason.ToString()), drop.Text[..length]);
    }

    /// <summary>"RelatedLink" as "related-link".</summary>
    private static string Hyphenated(string name) =>
        string.Concat(name.Select((c, at) => char.IsUpper(c) && at > 0 ? "-" + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));

    // d2 before d10.
    private static readonly Comparer<string> IdOrder = Comparer<string>.Create((one, other) =>
        one.Length != other.Length ? one.Length.CompareTo(other.Length) : string.CompareOrdinal(one, other));
}
