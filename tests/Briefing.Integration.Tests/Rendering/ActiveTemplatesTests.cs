using Briefing.Tests.Shared;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Integration.Tests.Rendering;

public sealed class ActiveTemplatesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ActiveTemplates _shelf;
    private readonly EditionRenderer _renderer;

    public ActiveTemplatesTests()
    {
        _shelf = new ActiveTemplates(_folder.Path);
        _renderer = new EditionRenderer(_shelf);
    }

    [Fact]
    public void ATemplateOfTheFolderTakesThePlaceOfTheBuiltInOne()
    {
        Save("mail.html", "<h1>{{ edition.title }}</h1>");

        var rendered = Render();

        Assert.Equal("<h1>Morning briefing</h1>\n", rendered.Html);
        Assert.Contains("AT A GLANCE", rendered.Text, StringComparison.Ordinal);
        Assert.Null(rendered.Fault);
    }

    [Fact]
    public void WhatCannotBeReadIsNamedAndTheBuiltInOnesServe()
    {
        File.CreateSymbolicLink(_folder.PathOf("pack.html"), "gone.html");

        var rendered = Render();

        Assert.Contains("AT A GLANCE", rendered.Text, StringComparison.Ordinal);
        Assert.StartsWith("pack.html:1:1: It cannot be read: ", rendered.Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderThatIsGoneIsNamedAndTheBuiltInOnesServe()
    {
        Directory.Delete(_folder.Path);

        var rendered = Render();
        Directory.CreateDirectory(_folder.Path);

        Assert.Contains("AT A GLANCE", rendered.Text, StringComparison.Ordinal);
        Assert.StartsWith(_folder.Path, rendered.Fault!.File, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultNamesFileLineAndColumnAndTheLastGoodTemplateGoesOnServing()
    {
        Save("mail.html", "<p>good</p>");
        Render();
        Save("mail.html", "<p>\n  {{ for story in }}\n</p>");

        var rendered = Render();

        Assert.Equal("<p>good</p>\n", rendered.Html);
        Assert.Equal(("mail.html", 2), (rendered.Fault!.File, rendered.Fault.Line));
        Assert.InRange(rendered.Fault.Column, 3, 24);
        Assert.StartsWith("mail.html:2:", rendered.Fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFaultInRunningCountsAsWell()
    {
        Save("mail.html", "<p>good</p>");
        Render();
        Save("mail.html", "{{ include 'partials/none.html' }}");

        var rendered = Render();

        Assert.Equal("<p>good</p>\n", rendered.Html);
        Assert.Equal("mail.html", rendered.Fault!.File);
    }

    [Fact]
    public void WithoutAnyGoodTemplateTheBuiltInOnesServe()
    {
        Save("mail.html", "{{ end }}");

        var rendered = Render();

        Assert.Equal(Rendered.Of(SomeEdition.Full()).Html, rendered.Html);
        Assert.NotNull(rendered.Fault);
    }

    [Fact]
    public void AMendedTemplateServesAgain()
    {
        Save("mail.html", "{{ end }}");
        Render();
        Save("mail.html", "<p>mended</p>");

        var rendered = Render();

        Assert.Equal("<p>mended</p>\n", rendered.Html);
        Assert.Null(rendered.Fault);
    }

    public void Dispose() => _folder.Dispose();

    private RenderedEdition Render()
    {
        _shelf.Load();
        return _renderer.Render(SomeEdition.Full(), new RenderOptions());
    }

    private void Save(string name, string text) => _folder.Write(name, text);
}
