using System.Globalization;
using Briefing.Integration.Tests.Rendering.Language;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>The template language as the product runs it, case by case: what it prints, what it encodes, and the faults it names.</summary>
public sealed class TemplateSetTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    public static TheoryData<LanguageCase> Cases { get; } = new(LanguageCase.ReadAll());

    [Theory]
    [MemberData(nameof(Cases))]
    public void ATemplatePrintsWhatTheLanguageSays(LanguageCase given)
    {
        var printed = Tried(new() { ["case"] = given.Template }, "case", new LanguageSample());

        // A text that cannot be parsed may have more faults than the one that the case is about.
        Assert.Equal(given.Expected, given.Expected.StartsWith("! ", StringComparison.Ordinal) ? printed[..Math.Min(printed.Length, given.Expected.Length)] : printed.TrimEnd('\n'));
    }

    [Fact]
    public void TheLanguageTableIsNotEmpty() => Assert.True(Cases.Count > 300);

    [Theory]
    [InlineData("<b>{{ x }}</b>", "<b>&lt;i&gt; &amp; &quot;é&#39;</b>")]
    [InlineData("{{ x | raw }}", "<i> & \"é'")]
    [InlineData("{{ x | html.escape }}", "&lt;i&gt; &amp; &quot;&#233;&#39;")]
    [InlineData("{{ x | string.upcase }}", "&lt;I&gt; &amp; &quot;É&#39;")]
    [InlineData("{{ capture y }}<p>{{ x }}</p>{{ end; y }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ func f }}<p>{{ $0 }}</p>{{ end; f x }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ include 'part.html' }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ z = include 'part.html'; z }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ for i in 1..2 }}{{ include 'part.html' }}{{ end }}", "<p>&lt;i&gt; &amp; &quot;é&#39;</p><p>&lt;i&gt; &amp; &quot;é&#39;</p>")]
    [InlineData("{{ ret x }}", "&lt;i&gt; &amp; &quot;é&#39;")]
    [InlineData("  {{ include 'lines.html' }}c", "  a\n  b\nc")]
    public void PrintedValuesAreEncodedOnceAndTextIsNot(string template, string expected)
    {
        Dictionary<string, string> files = new() { ["page.html"] = template, ["part.html"] = "<p>{{ x }}</p>", ["lines.html"] = "a\nb\n" };

        Assert.Equal(expected, Tried(files, "page.html", new { X = "<i> & \"é'" }));
    }

    [Theory]
    [InlineData("a\n{{ include 'nobody' }}", "! page.txt(2,4) Unable to include <nobody>. There is no such template.")]
    [InlineData("a\n {{ nobody 1 }}", "! page.txt(2,5) nobody: there is no such variable or function")]
    [InlineData("a\n{{ include 'part.txt' }}", "! part.txt(2,4) nobody: there is no such variable or function")]
    public void AFaultIsToldWithItsFileLineAndColumn(string template, string expected) =>
        Assert.Equal(expected, Tried(new() { ["page.txt"] = template, ["part.txt"] = "line\n{{ nobody 1 }}" }, "page.txt", model: null, withFile: true));

    [Theory]
    [InlineData("{{ edition.titel }}", "! page.txt(1,12) titel: an edition has no such member; did you mean title?")]
    [InlineData("a\n{{ for s in edition.sections }}{{ for story in s.stories }}\n {{ story.headline_shrt }}{{ end }}{{ end }}", "! page.txt(3,11) headline_shrt: a story has no such member; did you mean headline_short?")]
    [InlineData("{{ include 'part.txt' }}", "! part.txt(2,12) qqqq: an edition has no such member")]
    [InlineData("{{ edtion.title }}", "! page.txt(1,4) edtion: there is no such variable or function; did you mean edition?")]
    [InlineData("{{ edition.sections.titel }}", "! page.txt(1,21) titel: a list has no such member")]
    [InlineData("{{ edition.sections | array.map 'titel' | array.size }}", "! page.txt(1,23) titel: a section has no such member; did you mean title?")]
    [InlineData("{{ edition['titel'] }}", "! page.txt(1,12) titel: an edition has no such member; did you mean title?")]
    [InlineData("{{ edition.marking }}{{ edition.correction?.lines }}{{ x = {a: 1}; x.b }}", "")]
    public void WhatAModelDoesNotHaveIsAFaultWithItsPlaceAndWhatWasMeant(string template, string expected)
    {
        var templates = TemplateSet.Parse(new Dictionary<string, string>(StringComparer.Ordinal) { ["page.txt"] = template, ["part.txt"] = "line\n{{ edition.qqqq }}" });

        var printed = Printed(() => templates.Render("page.txt", EditionModelBuilder.Build(SomeEdition.Full(), new RenderOptions()) with { Marking = null, Correction = null }), withFile: true);

        Assert.Equal(expected, printed);
    }

    [Fact]
    public void TheBuiltInTemplatesNameOnlyWhatTheModelsHave()
    {
        var templates = TemplateSet.Parse(TemplateFiles.BuiltIn);
        foreach (var page in new[] { EditionRenderer.MailHtml, EditionRenderer.MailText, EditionRenderer.PackHtml })
        {
            Assert.NotEmpty(templates.Render(page, ModelSample.Full<EditionModel>()));
            Assert.NotEmpty(templates.Render(page, ModelSample.Bare<EditionModel>()));
        }

        foreach (var page in new[] { NoticeRenderer.NoticeHtml, NoticeRenderer.NoticeText })
        {
            Assert.NotEmpty(templates.Render(page, ModelSample.Full<NoticeModel>()));
            Assert.NotEmpty(templates.Render(page, ModelSample.Bare<NoticeModel>()));
        }
    }

    [Fact]
    public void NowIsWhenTheEditionWasMade() =>
        Assert.Equal("2026-03-10 06:20", TemplateSet
            .Parse(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.txt"] = "{{ date.now | date.to_string '%F %R' }}" })
            .Render("a.txt", EditionModelBuilder.Build(SomeEdition.Full(), new RenderOptions())));

    private static string Tried(Dictionary<string, string> files, string name, object? model, bool withFile = false) =>
        Printed(() => TemplateRun.Print(files, name, model, Now), withFile);

    private static string Printed(Func<string> print, bool withFile)
    {
        try
        {
            return print();
        }
        catch (TemplateFaultException fault)
        {
            return string.Create(CultureInfo.InvariantCulture, $"! {(withFile ? fault.File : "")}({fault.Line},{fault.Column}) {fault.Reason}");
        }
    }
}
