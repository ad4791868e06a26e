using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Briefing.Core.Model;
using Briefing.Core.Topics;

namespace Briefing.Worker.Cli;

/// <summary>
/// One document's passages with their topics and the evidence, then what was dropped. Each article is filed as a story of its
/// own, so names that only another article of the same story introduces are not known here.
/// </summary>
internal static class WhyReport
{
    /// <summary>So much of a text tells which one is meant.</summary>
    private const int LongestExcerpt = 100;

    /// <summary>So many alternatives of a group tell which one is meant.</summary>
    private const int MostAlternatives = 3;

    public static void Write(TextWriter output, ImmutableArray<Topic> topics, Document document, ExtractedDocument extracted)
    {
        output.WriteLine(document.Name);
        var lines = new LinePositions(document.Text);
        var filer = new TopicFiler(topics);
        foreach (var article in extracted.Articles)
            WriteArticle(output, filer, article, lines);
        if (extracted.Articles.IsEmpty)
            output.WriteLine("\nNo article was found in it.");

        output.WriteLine("\nDropped");
        foreach (var drop in extracted.Dropped)
            output.WriteLine($"  {lines.At(drop.Span.Start)} {JsonNamingPolicy.KebabCaseLower.ConvertName(drop.Reason.ToString())}: {Excerpt(drop.Text)}");
        if (extracted.Dropped.IsEmpty)
            output.WriteLine("  nothing");
    }

    private static void WriteArticle(TextWriter output, TopicFiler filer, Article article, LinePositions lines)
    {
        output.WriteLine($"\nArticle: {article.Headline}");
        var claims = article.Passages
            .Where(passage => passage.Kind != PassageKind.Subheading)
            .Select((passage, at) => new Claim($"c{at + 1}", passage.Text, [new Attribution(article, passage.Span, Exact: true)], IsQuotation: false, Speaker: null));
        var report = new Report("r1", [new SourcedArticle(article, null, null, null)]);
        foreach (var explanation in filer.Explain(new Story("s1", article.Headline, [report], [.. claims], [])))
            WriteClaim(output, explanation, lines);
    }

    private static void WriteClaim(TextWriter output, FilingExplanation explanation, LinePositions lines)
    {
        var start = explanation.Claim.Attributions[0].Span.Start;
        output.WriteLine($"\n  {lines.At(start)} {Excerpt(explanation.Claim.Text)}");
        output.WriteLine($"    -> {explanation.Topic ?? "no topic"}{ReasonOf(explanation.Reason)}");
        foreach (var topic in explanation.Topics)
            output.WriteLine($"       {topic.Topic}: {Evidence(topic)}");
    }

    private static string ReasonOf(PlacementReason reason) => reason switch
    {
        PlacementReason.StaysHome => ", with its story: it is of no topic itself",
        PlacementReason.TooFewForAngle => ": too few of the story's statements are of another topic to stand there",
        PlacementReason.Excluded => ": the story's topic excludes it",
        _ => "",
    };

    private static string Evidence(TopicExplanation topic)
    {
        var parts = new List<string> { StandingOf(topic) };
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

    private static string StandingOf(TopicExplanation topic)
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
        Quoted([.. group.Take(MostAlternatives)]) + (group.Length > MostAlternatives ? " …" : "");

    private static string Excerpt(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= LongestExcerpt ? line : line[..LongestExcerpt] + " …";
    }
}

/// <summary>Tells line and column of places in a text with LF line ends; both count from 1.</summary>
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
