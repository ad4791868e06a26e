using System.Text.Json;
using Briefing.Core.Claims.Relations;
using Briefing.Core.Claims.Sentences;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Claims;

[Trait("Category", "Quality")]
public class StatementQualityTests
{
    [SharedFact]
    public void SentencesOfOneMeaningAreRecognised()
    {
        var figures = Score("score_pairs.py", ["pairs", "msrp.jsonl"], pair =>
        {
            var similarity = ParaphraseSimilarity.Of(TextOf(pair, "a"), TextOf(pair, "b"));
            return new { id = TextOf(pair, "id"), label = similarity >= ParaphraseSimilarity.Same ? 1 : 0, score = similarity };
        });

        QualityFloors.Hold("pairs.msrp.accuracy", figures["accuracy"]);
    }

    [SharedFact]
    public void SimilarityFollowsPeoplesJudgement()
    {
        var figures = Score("score_pairs.py", ["pairs", "sts_news.jsonl"], pair =>
            new { id = TextOf(pair, "id"), score = ParaphraseSimilarity.Of(TextOf(pair, "a"), TextOf(pair, "b")) });

        QualityFloors.Hold("pairs.sts_news.pearson", figures["pearson"]);
    }

    [SharedFact]
    public void AUnionTellsAllAndRepeatsLittle()
    {
        var figures = Score("score_merge.py", ["merge", "union.jsonl"], pair =>
            new { id = TextOf(pair, "id"), text = Shown(TextOf(pair, "a"), TextOf(pair, "b")) });

        QualityFloors.Hold("merge.union.coverage", figures["coverage"]);
        Assert.True(figures["repeat"] <= QualityFloors.Of("merge.union.repeat"), $"repeat {figures["repeat"]:F4}");
        Assert.Equal(0, figures["novel"]);
    }

    [SharedTheory]
    [InlineData("minimal")]
    [InlineData("natural")]
    [InlineData("fever_sym")]
    [InlineData("glue_diag")]
    [InlineData("rte")]
    [InlineData("wikifact")]
    public void StatementsThatOnlyLookAlikeAreKeptApart(string set)
    {
        var comparer = new StatementComparer();
        var documents = File.ReadLines(SharedData.PathOf("eval", "contrast", set, "docs.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(pair => TextOf(pair, "id"), StringComparer.Ordinal);
        var joined = new Dictionary<int, (int Joined, int All)> { [0] = (0, 0), [1] = (0, 0) };
        foreach (var gold in File.ReadLines(SharedData.PathOf("eval", "contrast", set, "gold.jsonl")).Select(line => JsonDocument.Parse(line).RootElement))
        {
            var pair = documents[TextOf(gold, "id")];
            var isOne = comparer.Compare(TextOf(pair, "a"), TextOf(pair, "b")).IsOneStatement;
            var label = gold.GetProperty("label").GetInt32();
            joined[label] = (joined[label].Joined + (isOne ? 1 : 0), joined[label].All + 1);
        }

        var falseMerge = (double)joined[0].Joined / joined[0].All;
        Assert.True(falseMerge <= QualityFloors.Of($"contrast.{set}.false_merge"), $"false merge {falseMerge:F4}");
        if (joined[1].All > 0)
            QualityFloors.Hold($"contrast.{set}.kept_merge", (double)joined[1].Joined / joined[1].All);
    }

    // As an edition shows a story that two outlets tell in a sentence each.
    private static string Shown(params string[] sentences) =>
        string.Join(' ', Account.Merged([.. sentences.Select(sentence => Account.Of(sentence))]).Claims.Select(claim => claim.Text));

    private static Dictionary<string, double> Score(string scorer, string[] gold, Func<JsonElement, object> predict)
    {
        var goldPath = SharedData.PathOf(["eval", .. gold]);
        var predictions = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(predictions, File.ReadLines(goldPath)
                .Where(line => line.Length > 0)
                .Select(line => JsonSerializer.Serialize(predict(JsonDocument.Parse(line).RootElement))));
            return EvalScorer.Score(scorer, goldPath, predictions);
        }
        finally
        {
            File.Delete(predictions);
        }
    }

    private static string TextOf(JsonElement pair, string property) => pair.GetProperty(property).GetString()!;
}
