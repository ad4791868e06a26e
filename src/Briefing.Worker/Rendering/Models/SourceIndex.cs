using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering.Models;

/// <summary>The articles that an edition's stories rest on, numbered in the order in which the edition first cites them.</summary>
/// <remarks>
/// Here and in the builders loops stand where queries over tuples could: the runtime compiles each generic method anew for
/// each value type, which cost 40 of the 50 ms that a first rendering took.
/// </remarks>
internal sealed class SourceIndex
{
    private const string OutletNotNamed = "Outlet not named";

    private readonly Dictionary<string, EditionArticle> _articles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<EditionArticle> _cited = [];
    private readonly Dictionary<string, string> _outlets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _documents;

    public SourceIndex(Edition edition)
    {
        _documents = edition.Documents.ToDictionary(document => document.Id, document => document.Name, StringComparer.Ordinal);
        foreach (var article in edition.Articles)
            _articles.Add(article.Id, article);
        foreach (var story in edition.Sections.SelectMany(section => section.Stories))
        {
            foreach (var attribution in story.Claims.SelectMany(claim => claim.Attributions))
                Number(attribution.Article);
            foreach (var article in story.Articles)
                Number(article);
        }
    }

    public int Count => _cited.Count;

    public static string AnchorOf(int number) => $"source-{number}";

    /// <exception cref="InvalidDataException">The edition names an article that it does not list.</exception>
    public EditionArticle Article(string id) =>
        _articles.TryGetValue(id, out var article)
            ? article
            : throw new InvalidDataException($"The edition cites article \"{id}\" but does not list it.");

    public int Number(string id)
    {
        if (_numbers.TryGetValue(id, out var number))
            return number;
        _cited.Add(Article(id));
        _numbers.Add(id, _cited.Count);
        return _cited.Count;
    }

    /// <summary>The outlet's name to be printed; its address's host where it names none.</summary>
    public string Outlet(EditionArticle article)
    {
        if (_outlets.TryGetValue(article.Id, out var outlet))
            return outlet;
        outlet = DisplayText.LabelOrNull(article.Outlet)
            ?? DisplayText.LabelOrNull(SafeAddress.HostOf(SafeAddress.Of(article.Url)))
            ?? OutletNotNamed;
        _outlets.Add(article.Id, outlet);
        return outlet;
    }

    /// <summary>Markers for the articles that carry a claim, each once, ascending by number.</summary>
    public IReadOnlyList<MarkerModel> Markers(ImmutableArray<EditionAttribution> attributions)
    {
        var markers = new List<MarkerModel>(attributions.Length);
        foreach (var attribution in attributions)
            Add(markers, Marker(attribution.Article, attribution.Exact));
        return InOrder(markers);
    }

    /// <summary>Markers for these articles, each once, ascending by number.</summary>
    public IReadOnlyList<MarkerModel> Markers(ImmutableArray<string> articles)
    {
        var markers = new List<MarkerModel>(articles.Length);
        foreach (var article in articles)
            Add(markers, Marker(article, exact: true));
        return InOrder(markers);
    }

    /// <summary>All that are numbered, in order.</summary>
    public IReadOnlyList<SourceModel> Sources(EditionDates dates) =>
        [.. _cited.Select((article, at) => Source(article, at + 1, dates))];

    /// <summary>CWA, in Coastal Wire and Harbour Post; Northern Courier; Insight Daily (origin not named).</summary>
    public string Who(ImmutableArray<string> articles)
    {
        var accounts = articles
            .Distinct(StringComparer.Ordinal)
            .Select(Article)
            .GroupBy(article => DisplayText.LabelOrNull(article.Origin), StringComparer.Ordinal)
            .Select(account => Account(account.Key, [.. account.Select(Publication).Distinct(StringComparer.Ordinal)]));
        return string.Join("; ", accounts);
    }

    // In a sentence: where not even the address tells the outlet, the document's name does.
    private string Publication(EditionArticle article) => Outlet(article) == OutletNotNamed ? DocumentOf(article) : Outlet(article);

    private static string Account(string? origin, List<string> outlets)
    {
        if (origin is null)
            return $"{Phrases.List(outlets)} (origin not named)";
        return outlets is [var only] && string.Equals(only, origin, StringComparison.OrdinalIgnoreCase)
            ? origin
            : $"{origin}, in {Phrases.List(outlets)}";
    }

    // An article that carries the claim twice, once word for word, has it word for word.
    private static void Add(List<MarkerModel> markers, MarkerModel marker)
    {
        var at = markers.FindIndex(other => other.Number == marker.Number);
        if (at < 0)
            markers.Add(marker);
        else if (marker.Exact)
            markers[at] = marker;
    }

    private static List<MarkerModel> InOrder(List<MarkerModel> markers)
    {
        markers.Sort((one, other) => one.Number.CompareTo(other.Number));
        return markers;
    }

    private MarkerModel Marker(string id, bool exact)
    {
        var number = Number(id);
        var article = Article(id);
        return new MarkerModel(number, AnchorOf(number), Outlet(article), exact, IsMachineWritten(article));
    }

    /// <summary>A notice elsewhere on the page says nothing about the article.</summary>
    public static bool IsMachineWritten(EditionArticle article) => article.MachineWritten?.Scope == "article";

    private SourceModel Source(EditionArticle article, int number, EditionDates dates)
    {
        var url = SafeAddress.Of(article.Url);
        return new SourceModel
        {
            Number = number,
            Anchor = AnchorOf(number),
            Outlet = Outlet(article),
            Agency = DisplayText.LabelOrNull(article.Agency),
            OriginText = OriginText(article),
            Byline = DisplayText.LabelOrNull(article.Byline),
            Headline = DisplayText.Label(article.Headline),
            Published = article.Published is { } published ? dates.Moment(published) : null,
            Url = url,
            UrlText = url is null ? DisplayText.LabelOrNull(article.Url) : DisplayText.CleanOrNull(article.Url),
            UrlShort = url is null ? null : DisplayText.Clean(SafeAddress.ShortOf(url)),
            Document = DocumentOf(article),
            MachineWrittenLabel = article.MachineWritten switch
            {
                null => null,
                { Scope: "article" } => "Machine-written",
                _ => "Machine-written text on the page",
            },
            MachineWrittenNotice = DisplayText.LabelOrNull(article.MachineWritten?.Text),
            ReprintOf = article.ReprintOf is { } original && _numbers.TryGetValue(original, out var first) ? first : null,
        };
    }

    private string DocumentOf(EditionArticle article) => DisplayText.Label(_documents.GetValueOrDefault(article.Document, article.Document));

    private static string? OriginText(EditionArticle article)
    {
        if (DisplayText.LabelOrNull(article.Origin) is not { } origin)
            return null;
        return article.OriginBasis is { } basis ? $"{origin} ({Phrases.OriginBasis(basis)})" : origin;
    }
}
