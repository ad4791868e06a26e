using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Briefing.Core.Extraction;
using Briefing.Core.Reading;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Extraction;

/// <summary>Holds extraction against labelled pages. A page's text is that of all its articles, in whatever language it is written.</summary>
[Trait("Category", "Quality")]
public class ExtractionQualityTests
{
    [SharedTheory]
    [InlineData("aeb_dump")]
    [InlineData("aeb")]
    [InlineData("wcxb")]
    [InlineData("publishers")]
    public void TheMainTextIsFound(string set)
    {
        var gold = SharedData.PathOf("eval", "extraction", set, "gold.jsonl");
        using var folder = new TemporaryFolder();
        var predictions = File.ReadLines(gold).Select(line =>
        {
            using var row = JsonDocument.Parse(line);
            var document = DocumentReader.Read(Page(row.RootElement, Path.GetDirectoryName(gold)!, out var name), "d1", name, null, null, Some.Instant);
            var articles = ArticleExtractor.Extract(document, editionLanguage: null).Articles;
            return JsonSerializer.Serialize(new { id = row.RootElement.GetProperty("id").GetString(), text = string.Join('\n', articles.Select(article => article.Text)) });
        });
        var predicted = folder.Write("predicted.jsonl", string.Join('\n', predictions));

        QualityFloors.Hold($"extraction.{set}.shingle_f1", EvalScorer.Score("score_extraction.py", gold, predicted)["shingle_f1"]);
    }

    private static byte[] Page(JsonElement row, string folder, out string name)
    {
        if (row.TryGetProperty("dump", out var dump))
        {
            name = "page.txt";
            return Encoding.UTF8.GetBytes(dump.GetString()!);
        }

        name = "page.html";
        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, row.GetProperty("html").GetString()!)), CompressionMode.Decompress);
        using var page = new MemoryStream();
        packed.CopyTo(page);
        return page.ToArray();
    }
}
