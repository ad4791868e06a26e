using System.Text.Json.Nodes;
using Briefing.Tests.Shared;
using Briefing.Worker;

namespace Briefing.Integration.Tests.Cli;

public sealed class CompareCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task EachPairGetsItsRelationWhatItIsAboutAndWhy()
    {
        var pairs = _folder.Write("pairs.jsonl", """
            {"id":"1","a":"Norland will lift its ban on beef from Estmark.","b":"Norland will keep its ban on beef from Estmark."}

            {"id":"2","a":"The ferry left the harbour on Monday.","b":"On Monday the ferry left the harbour."}
            """);

        var run = await BriefingCommand.Run("compare", pairs);

        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        var rows = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["1", "2"], rows.Select(row => row["id"]!.GetValue<string>()));
        Assert.Equal(["contradicts", "same"], rows.Select(row => row["relation"]!.GetValue<string>()));
        Assert.Equal("lift / keep", rows[0]["about"]!.GetValue<string>());
        Assert.Null(rows[1]["about"]);
        Assert.NotEmpty(rows[0]["explanation"]!.AsArray());
    }

    [Fact]
    public async Task ARowThatIsNoPairIsNamedWithItsLineAndTheOthersAreCompared()
    {
        var pairs = _folder.Write("pairs.jsonl", """
            {"id":"1","a":"The port is closed."}
            no json
            ["a"]
            {"id":"4","a":"The port is closed.","b":"The port is closed."}
            """);
        var output = _folder.PathOf("out.jsonl");

        var run = await BriefingCommand.Run("compare", pairs, "--out", output);

        Assert.Equal(ExitCode.DoneWithFaults, run.ExitCode);
        Assert.Equal(3, run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("line 2: it is no JSON object", run.Error, StringComparison.Ordinal);
        Assert.Contains("\"id\":\"4\"", Assert.Single(await File.ReadAllLinesAsync(output)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNotThereIsBadUsage()
    {
        var run = await BriefingCommand.Run("compare", _folder.PathOf("none.jsonl"));

        Assert.Equal(ExitCode.BadUsage, run.ExitCode);
        Assert.StartsWith("briefing compare: ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
