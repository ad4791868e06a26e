using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Briefing.Core.Stories;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Stories;

/// <summary>A labelled set of news, whose texts are not part of this repository.</summary>
internal sealed class LabelledArticles
{
    public static readonly string[] Sets = ["ecbplus", "gva", "allsides"];

    private readonly string _name;
    private readonly List<string> _ids = [];
    private readonly LeadStore _leads = new();
    private readonly string[] _stories;

    private LabelledArticles(string name)
    {
        _name = name;
        var reader = new LeadReader();
        foreach (var row in Rows("docs.jsonl"))
        {
            _ids.Add(row.GetProperty("id").GetString()!);
            _leads.Add(reader.Read(row.GetProperty("title").GetString(), row.GetProperty("text").GetString(), DayOf(row)));
        }

        var gold = Rows("gold.jsonl").ToDictionary(row => row.GetProperty("id").GetString()!, row => row.GetProperty("story").GetString()!);
        _stories = [.. _ids.Select(id => gold[id])];
    }

    public static LabelledArticles Read(string name) => new(name);

    /// <summary>The agreed scorer's figures.</summary>
    public Dictionary<string, double> Score(StoryThresholds bars)
    {
        using var folder = new TemporaryFolder();
        var rows = _ids.Zip(Group(bars), (id, story) => JsonSerializer.Serialize(new { id, cluster = story }));
        return EvalScorer.Score("score_clustering.py", PathOf("gold.jsonl"), folder.Write("predicted.jsonl", string.Join('\n', rows)));
    }

    /// <summary>B-cubed F1 (A. Bagga and B. Baldwin, 1998), without starting the scorer; for trying many bars.</summary>
    public double BCubedF1(StoryThresholds bars)
    {
        var groups = Group(bars);
        var both = _stories.Zip(groups).CountBy(pair => pair).ToDictionary();
        var perStory = _stories.CountBy(story => story).ToDictionary();
        var perGroup = groups.CountBy(group => group).ToDictionary();
        var precision = both.Sum(cell => (double)cell.Value * cell.Value / perGroup[cell.Key.Second]) / _ids.Count;
        var recall = both.Sum(cell => (double)cell.Value * cell.Value / perStory[cell.Key.First]) / _ids.Count;
        return 2 * precision * recall / (precision + recall);
    }

    private ImmutableArray<int> Group(StoryThresholds bars) => StoryClustering.Of(_leads, Enumerable.Range(0, _leads.Count).ToArray(), bars);

    private IEnumerable<JsonElement> Rows(string file)
    {
        foreach (var line in File.ReadLines(PathOf(file)))
        {
            using var row = JsonDocument.Parse(line);
            yield return row.RootElement.Clone();
        }
    }

    private string PathOf(string file) => SharedData.PathOf("eval", "clustering", _name, file);

    private static int? DayOf(JsonElement row) =>
        row.TryGetProperty("date", out var date)
            ? DateOnly.Parse(date.GetString()!, CultureInfo.InvariantCulture).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber
            : null;
}
