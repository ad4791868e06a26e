using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Briefing.Core.Extraction;
using Briefing.Core.Extraction.Lines;
using Briefing.Core.Model;
using Briefing.Core.Reading;
using NodaTime;

namespace Briefing.Benchmarks.Extraction;

/// <summary>
/// What leaving out each line rule costs: the shingle F1 of the labelled pages without it, less that with all rules. One row a rule,
/// one column a set, in points of 0.01.
/// </summary>
internal static class LineRuleAblation
{
    private static readonly string[] Sets = ["aeb_dump", "aeb", "publishers", "wcxb"];

    /// <param name="shared">The folder that holds eval/.</param>
    public static void Run(string shared)
    {
        var pages = Sets.ToDictionary(set => set, set => PagesOf(Path.Combine(shared, "eval", "extraction", set)));
        var whole = Sets.Select(set => F1(shared, set, pages[set])).ToArray();
        Console.WriteLine($"| rule | role | lines | {string.Join(" | ", Sets)} |");
        Console.WriteLine($"| --- | --- | ---: |{string.Concat(Sets.Select(_ => " ---: |"))}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| all | | | {string.Join(" | ", whole.Select(f1 => f1.ToString("F4", CultureInfo.InvariantCulture)))} |"));
        var uses = Uses(pages.Values.SelectMany(set => set));
        // Without the last rule a line would have no role.
        for (var at = 0; at < LineRules.All.Length - 1; at++)
        {
            var rule = LineRules.All[at];
            LineRules.All[at] = rule with { Applies = _ => false };
            var lost = Sets.Select((set, column) => 100 * (whole[column] - F1(shared, set, pages[set])));
            Console.WriteLine($"| {rule.Name} | {rule.Role} | {uses.GetValueOrDefault(rule.Name)} | {string.Join(" | ", lost.Select(points => points.ToString("0.00;-0.00;0", CultureInfo.InvariantCulture)))} |");
            LineRules.All[at] = rule;
        }
    }

    private static Dictionary<string, int> Uses(IEnumerable<(string Id, Document Document)> pages) =>
        pages.SelectMany(page => ArticleExtractor.Explain(page.Document, editionLanguage: null))
            .GroupBy(line => line.Rule, StringComparer.Ordinal)
            .ToDictionary(lines => lines.Key, lines => lines.Count(), StringComparer.Ordinal);

    private static double F1(string shared, string set, List<(string Id, Document Document)> pages)
    {
        var predicted = Path.GetTempFileName();
        try
        {
            File.WriteAllLines(predicted, pages.Select(page => JsonSerializer.Serialize(new
            {
                id = page.Id,
                text = string.Join('\n', ArticleExtractor.Extract(page.Document, editionLanguage: null).Articles.Select(article => article.Text)),
            })));
            var start = new ProcessStartInfo("python3") { UseShellExecute = false, RedirectStandardOutput = true };
            foreach (var argument in new[] { Path.Combine(shared, "eval", "score", "score_extraction.py"), Path.Combine(shared, "eval", "extraction", set, "gold.jsonl"), predicted, "--json" })
                start.ArgumentList.Add(argument);
            using var scorer = Process.Start(start)!;
            using var scores = JsonDocument.Parse(scorer.StandardOutput.ReadToEnd());
            scorer.WaitForExit();
            return scores.RootElement.GetProperty("shingle_f1").GetDouble();
        }
        finally
        {
            File.Delete(predicted);
        }
    }

    private static List<(string Id, Document Document)> PagesOf(string folder) =>
    [
        .. File.ReadLines(Path.Combine(folder, "gold.jsonl")).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            var isDump = row.RootElement.TryGetProperty("dump", out var dump);
            var bytes = isDump ? Encoding.UTF8.GetBytes(dump.GetString()!) : Unpacked(Path.Combine(folder, row.RootElement.GetProperty("html").GetString()!));
            var document = DocumentReader.Read(bytes, "d1", isDump ? "page.txt" : "page.html", null, null, Instant.FromUtc(2026, 3, 10, 6, 0));
            return (row.RootElement.GetProperty("id").GetString()!, document);
        }),
    ];

    private static byte[] Unpacked(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var page = new MemoryStream();
        packed.CopyTo(page);
        return page.ToArray();
    }
}
