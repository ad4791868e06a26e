using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Briefing.Core;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Topics;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Cli.Checks;

/// <summary>
/// What was decided of a document, and by which rules: each line's role, its part in finding the article, and what became of it; then
/// each statement that the document carries, with its story, all who carry it, and its topic. The stories are the edition's own: made of
/// all the documents of the day.
/// </summary>
internal sealed class WhyReport
{
    /// <summary>So much of a text shows which one is meant.</summary>
    private const int LongestExcerpt = 100;

    /// <summary>So many alternatives of a group show which one is meant.</summary>
    private const int MaxAlternatives = 3;

    private readonly TextWriter _output;
    private readonly ExplainedDocument _explained;
    private readonly Dictionary<string, LinePositions> _positions = new(StringComparer.Ordinal);

    private WhyReport(TextWriter output, ExplainedDocument explained) => (_output, _explained) = (output, explained);

    private Document Document => _explained.Document;

    public static void Write(TextWriter output, BriefingConfiguration configuration, ExplainedDocument explained)
    {
        var report = new WhyReport(output, explained);
        output.WriteLine(explained.All.Count == 1
            ? explained.Document.Name
            : $"{explained.Document.Name}, with {Phrases.Count(explained.All.Count - 1, "other document", "other documents")} of the configured sources");
        report.WriteLines(configuration.Briefing.Language);
        var stories = Newsdesk.FindStories(explained.All, configuration.Briefing.Language);
        report.WriteStories(new TopicFiler(configuration.Topics), stories);
    }

    private void WriteLines(string? language)
    {
        _output.WriteLine("\nLines");
        var extracted = ArticleExtractor.Extract(Document, language);
        var (fates, next) = (FatesOf(extracted), 0);
        foreach (var line in ArticleExtractor.Explain(Document, language))
        {
            _output.WriteLine($"\n  {At(Document, line.Span.Start)} {Excerpt(line.Text)}");
            var segment = line.SegmentRule is null ? "" : string.Create(CultureInfo.InvariantCulture, $"; {line.SegmentRule} {line.SegmentScore:+0.#;-0.#;0}");
            _output.WriteLine($"    {JsonNamingPolicy.KebabCaseLower.ConvertName(line.Role)} by {line.Rule}{segment}");
            while (next < fates.Count && fates[next].Span.End <= line.Span.Start)
                next++;
            var own = fates.Skip(next).TakeWhile(fate => fate.Span.Start < line.Span.End).Select(fate => fate.Text).Distinct(StringComparer.Ordinal);
            _output.WriteLine($"    -> {string.Join(", ", own)}");
        }

        if (extracted.Articles.IsEmpty)
            _output.WriteLine("\nNo article was found in it.");
    }

    // What became of the text, in its order; a line may be in part an article's and in part dropped.
    private static List<(TextSpan Span, string Text)> FatesOf(ExtractedDocument extracted)
    {
        var fates = new List<(TextSpan Span, string Text)>();
        foreach (var article in extracted.Articles)
        {
            if (article.HeadlineSpan is { } headline)
                fates.Add((headline, "headline"));
            var name = Excerpt(article.Headline);
            fates.AddRange(article.Passages.Select(passage => (passage.Span, $"{NameOf(passage.Kind)} of \"{name}\"")));
        }

        fates.AddRange(extracted.Dropped.Select(drop => (drop.Span, $"dropped: {NameOf(drop.Reason)}")));
        fates.Sort((one, other) => one.Span.Start.CompareTo(other.Span.Start));
        return fates;
    }

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private void WriteStories(TopicFiler filer, IEnumerable<Story> stories)
    {
        foreach (var story in stories)
        {
            var claims = filer.Explain(story).Where(explanation => explanation.Claim.Attributions.Any(IsOwn)).ToList();
            if (claims.Count == 0)
                continue;
            var accounts = story.Reports.Sum(report => report.Articles.Length);
            _output.WriteLine($"\nStory: {story.Headline} ({Phrases.Count(accounts, "account", "accounts")})");
            foreach (var explanation in claims)
                WriteClaim(explanation);
        }
    }

    private bool IsOwn(Attribution attribution) => attribution.Article.Document.Id == Document.Id;

    private void WriteClaim(FilingExplanation explanation)
    {
        var own = explanation.Claim.Attributions.First(IsOwn);
        _output.WriteLine($"\n  {At(Document, own.Span.Start)} {Excerpt(own.Span.Of(Document.Text))}");
        if (!IsOwn(explanation.Claim.Attributions[0]))
            _output.WriteLine($"    printed as: {Excerpt(explanation.Claim.Text)}");
        if (explanation.Claim.Attributions.Length > 1)
            _output.WriteLine($"    carried by {string.Join(", ", explanation.Claim.Attributions.Select(Carrier))}");
        _output.WriteLine($"    -> {explanation.Topic ?? "no topic"}{ReasonOf(explanation.Reason)}");
        foreach (var topic in explanation.Topics)
            _output.WriteLine($"       {topic.Topic}: {Evidence(topic)}");
    }

    private string Carrier(Attribution attribution) =>
        $"{attribution.Article.Document.Name} {At(attribution.Article.Document, attribution.Span.Start)} ({attribution.Rule})";

    private string At(Document document, int offset)
    {
        if (!_positions.TryGetValue(document.Id, out var positions))
            _positions.Add(document.Id, positions = new LinePositions(document.Text));
        return positions.At(offset);
    }

    private static string ReasonOf(PlacementReason reason) => reason switch
    {
        PlacementReason.StaysHome => ", with its story: it is of no topic itself",
        PlacementReason.TooFewForAngle => ": too few of the story's statements are of another topic to be filed there",
        PlacementReason.Excluded => ": the story's topic excludes it",
        _ => "",
    };

    private static string Evidence(TopicExplanation topic)
    {
        var parts = new List<string> { MatchOf(topic) };
        if (topic.Found.Length > 0)
            parts.Add("found " + Quoted(topic.Found));
        if (topic.ByName.Length > 0)
            parts.Add(Quoted(topic.ByName) + " by name");
        foreach (var group in topic.Missing)
            parts.Add($"does not itself say {Alternatives(group)}");
        foreach (var group in topic.LacksNearby)
            parts.Add($"nothing close by of {Alternatives(group)}");
        if (topic.ExcludedBy.Length > 0)
            parts.Add("excluded by " + Quoted(topic.ExcludedBy));
        return string.Join("; ", parts);
    }

    private static string MatchOf(TopicExplanation topic)
    {
        var words = topic.TopicMatch switch
        {
            TopicMatch.Direct => "by its own words",
            TopicMatch.Referred => "by its own words and those it refers to",
            TopicMatch.Continued => "goes on from the passage before",
            TopicMatch.UnderHeading => "by the heading or opening above it",
            _ => "no",
        };
        return topic.TopicMatch == TopicMatch.None ? words : string.Create(CultureInfo.InvariantCulture, $"{words} ({topic.Score:F2})");
    }

    private static string Quoted(ImmutableArray<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    private static string Alternatives(ImmutableArray<string> group) =>
        Quoted([.. group.Take(MaxAlternatives)]) + (group.Length > MaxAlternatives ? " …" : "");

    private static string Excerpt(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestExcerpt ? line : line[..LongestExcerpt] + " …";
    }
}

/// <summary>The line and column of places in a text with LF line ends; both count from 1.</summary>
internal sealed class LinePositions
{
    private readonly List<int> _starts = [0];

    public LinePositions(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                _starts.Add(at + 1);
        }
    }

    /// <summary>"12:5", as editors take it.</summary>
    public string At(int offset)
    {
        var line = _starts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return $"{line + 1}:{offset - _starts[line] + 1}";
    }
}
