using BenchmarkDotNet.Attributes;
using Briefing.Core.Model;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Benchmarks.Rendering;

/// <summary>Edition → mail HTML and text, and → the HTML of the pack, with parsed templates.</summary>
[MemoryDiagnoser]
[ShortRunJob]
public class EditionRendering
{
    private readonly EditionRenderer _renderer = new(new ActiveTemplates(folder: null));
    private Edition _edition = SomeEdition.Empty();

    [Params(10, 300)]
    public int Stories { get; set; }

    [GlobalSetup]
    public void Setup() => _edition = SomeEdition.WithStories(Stories);

    [Benchmark]
    public int MailHtmlAndText()
    {
        var rendered = _renderer.Render(_edition, new RenderOptions { HasPack = true });
        return rendered.Html.Length + rendered.Text.Length;
    }

    [Benchmark]
    public int PackHtml() => _renderer.RenderPack(_edition, new RenderOptions { HasPack = true }).Html.Length;
}
