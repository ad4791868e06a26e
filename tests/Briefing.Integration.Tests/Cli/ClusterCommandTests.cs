using System.Text.Json.Nodes;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Cli;

public sealed class ClusterCommandTests : IDisposable
{
    private const string Harbour =
        "The harbour board said on Tuesday that the second quay would be closed for repairs until the end of the month, "
        + "after divers found cracks in eleven of its forty piles during a routine survey that began last week.";

    private const string School =
        "Teachers at the valley school have voted to start lessons half an hour later in winter, when the first buses often "
        + "come late over the pass, and parents are to be asked for their opinion before the council decides in spring.";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task CopiesShareAReportAndOthersDoNot()
    {
        var clustered = await Cluster(
            $$"""{"id":"a","source":"one","published":"2026-03-10T06:00:00Z","title":"Quay closed","text":"{{Harbour}}"}""",
            $$"""{"text":"{{School}}","id":7}""",
            $$"""{"id":"b","extra":{"deep":[1,{"text":"not this"}]},"text":"{{Harbour.Replace("harbour", "harbor", StringComparison.Ordinal)}}","date":"2026-03-11"}""");

        Assert.Equal(0, clustered.ExitCode);
        var rows = RowsOf(clustered.Output);
        Assert.Equal(["\"a\"", "7", "\"b\""], rows.Select(row => row["id"]!.ToJsonString()));
        Assert.Equal(rows[0]["report"]!.ToString(), rows[2]["report"]!.ToString());
        Assert.NotEqual(rows[0]["report"]!.ToString(), rows[1]["report"]!.ToString());
        Assert.All(rows, row => Assert.NotNull(row["story"]));
    }

    [Fact]
    public async Task AccountsOfOneEventShareAStoryUnlessReportsAloneAreAskedFor()
    {
        const string Retold =
            "Divers surveying the harbour's second quay last week found cracks in eleven of its forty piles, so the harbour board "
            + "shut the quay on Tuesday and repairs are to last for the rest of the month.";
        string[] lines =
        [
            $$"""{"id":1,"published":"2026-03-10T06:00:00Z","title":"Second quay closed","text":"{{Harbour}}"}""",
            $$"""{"id":2,"published":"2026-03-10T09:00:00Z","title":"Winter lessons start later","text":"{{School}}"}""",
            $$"""{"id":3,"published":"2026-03-11T06:00:00Z","title":"Cracked piles shut harbour quay","text":"{{Retold}}"}""",
        ];

        var stories = RowsOf((await Cluster(lines)).Output);
        var reports = RowsOf((await BriefingCommand.Run("cluster", _folder.Write("corpus.jsonl", string.Join('\n', lines)), "--reports-only")).Output);

        Assert.Equal(["r1 s1", "r2 s2", "r3 s1"], stories.Select(row => $"{row["report"]} {row["story"]}"));
        Assert.Equal(["r1 s1", "r2 s2", "r3 s3"], reports.Select(row => $"{row["report"]} {row["story"]}"));
    }

    [Fact]
    public async Task EscapesInATextAreReadAsTheCharactersTheyStandFor()
    {
        var escaped = string.Concat(Harbour.Select(c => c == 'e' ? "\\u0065" : c == ' ' ? "\\n" : c.ToString()));

        var clustered = await Cluster($$"""{"id":1,"text":"{{Harbour}}"}""", $$"""{"id":2,"text":"{{escaped}}"}""");

        Assert.Single(RowsOf(clustered.Output).Select(row => row["report"]!.ToString()).Distinct());
    }

    [Fact]
    public async Task ABadLineIsNamedAndTheRestIsDone()
    {
        var clustered = await Cluster(
            $$"""{"id":1,"text":"{{Harbour}}"}""",
            """{"id":2,"text":"unfinished""",
            """{"text":"nobody's"}""",
            """{"id":4}""",
            """{"id":[5],"text":""}""",
            "[]",
            "",
            $$"""{"id":8,"text":"{{School}}"} more""",
            $$"""{"id":9,"text":"{{School}}"}""");

        Assert.Equal(1, clustered.ExitCode);
        Assert.Equal(["1", "9"], RowsOf(clustered.Output).Select(row => row["id"]!.ToJsonString()));
        Assert.Contains("line 2: broken JSON", clustered.Error, StringComparison.Ordinal);
        Assert.Contains("line 3: no id", clustered.Error, StringComparison.Ordinal);
        Assert.Contains("line 4: no text", clustered.Error, StringComparison.Ordinal);
        Assert.Contains("line 5: id is neither", clustered.Error, StringComparison.Ordinal);
        Assert.Contains("line 6: not a JSON object", clustered.Error, StringComparison.Ordinal);
        Assert.Contains("line 8: broken JSON", clustered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyCorpusGivesNothing()
    {
        var clustered = await Cluster();

        Assert.Equal((0, ""), (clustered.ExitCode, clustered.Output));
    }

    [Fact]
    public async Task ACorpusThatIsNotThereIsBadUsageWithItsName()
    {
        var clustered = await BriefingCommand.Run("cluster", _folder.PathOf("nothing.jsonl"));

        Assert.Equal(2, clustered.ExitCode);
        // In the system's words, not its resource's name.
        Assert.Contains($"Could not find file '{_folder.PathOf("nothing.jsonl")}'", clustered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultsThatCannotBeWrittenAreNotTheCorpusFault()
    {
        var corpus = _folder.Write("corpus.jsonl", $$"""{"id":"a","text":"{{Harbour}}"}""");

        var clustered = await BriefingCommand.Run("cluster", corpus, "--out", _folder.PathOf("none/out.jsonl"));

        Assert.Equal(2, clustered.ExitCode);
        Assert.Contains(_folder.PathOf("none/out.jsonl"), clustered.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("corpus.jsonl", clustered.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PairsAndResultsAreWrittenWhereAsked()
    {
        var corpus = _folder.Write("corpus.jsonl", $$"""{"id":"a","text":"{{Harbour}}"}""" + "\n" + $$"""{"id":"b","text":"{{Harbour}}"}""");

        var clustered = await BriefingCommand.Run(
            "cluster", corpus, "--reports-only", "--out", _folder.PathOf("out.jsonl"), "--pairs", _folder.PathOf("pairs.tsv"));

        Assert.Equal((0, ""), (clustered.ExitCode, clustered.Output));
        Assert.Equal(2, RowsOf(await File.ReadAllTextAsync(_folder.PathOf("out.jsonl"))).Count);
        Assert.Equal("a\tb\n", await File.ReadAllTextAsync(_folder.PathOf("pairs.tsv")));
    }

    public void Dispose() => _folder.Dispose();

    private Task<BriefingProcess.Finished> Cluster(params string[] lines) =>
        BriefingCommand.Run("cluster", _folder.Write("corpus.jsonl", string.Join('\n', lines)));

    private static List<JsonNode> RowsOf(string output) =>
        [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
}
