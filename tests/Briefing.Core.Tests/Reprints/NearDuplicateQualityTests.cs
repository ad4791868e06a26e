using System.Text.Json;
using Briefing.Core.Reprints;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Reprints;

/// <summary>Labelled copies among real pages; every two articles of one report are called a pair.</summary>
[Trait("Category", "Quality")]
public sealed class NearDuplicateQualityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [SharedFact]
    public void CopiesAmongRealNewsPagesAreFound() => QualityFloors.Hold("neardup.wire.f1", F1Of("wire"));

    [SharedFact]
    public void PlantedCopiesAreFound() => QualityFloors.Hold("neardup.planted1000.f1", F1Of("planted1000"));

    public void Dispose() => _folder.Dispose();

    private double F1Of(string set)
    {
        var pairs = PairsOfOneReport(SharedData.PathOf("eval", "neardup", set, "docs.jsonl"))
            .Select(pair => JsonSerializer.Serialize(new { a = pair.One, b = pair.Other, label = 1 }));
        var predicted = _folder.Write("pairs.jsonl", string.Join('\n', pairs));
        return EvalScorer.Score("score_pairs.py", SharedData.PathOf("eval", "neardup", set, "gold.jsonl"), predicted)["f1"];
    }

    private static IEnumerable<(string One, string Other)> PairsOfOneReport(string corpus)
    {
        var clauses = new TokenStore();
        var search = new ReprintSearch(clauses, ReprintSearch.SparseSampling);
        var reader = new Utf8Tokenizer();
        var ids = new List<string>();
        foreach (var line in File.ReadLines(corpus))
        {
            using var article = JsonDocument.Parse(line);
            ids.Add(article.RootElement.GetProperty("id").GetString()!);
            search.Add(reader.Read(article.RootElement.GetProperty("text").GetString()!));
        }

        var originals = StarClustering.OriginalsOf(ids.Count, search.FindPairs(), new OriginalPreference(clauses, _ => 0, _ => false));
        return from one in Enumerable.Range(0, ids.Count)
               from other in Enumerable.Range(one + 1, ids.Count - one - 1)
               where originals[one] == originals[other]
               select (ids[one], ids[other]);
    }
}
