using System.Globalization;
using Briefing.Core.Model;
using Briefing.Templating.Tests.Language;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>What every template engine prints: the built-in templates of every kind of edition, and the language, case by case.</summary>
public abstract class TemplateEngineContract
{
    private static readonly DateTimeOffset Now = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<Edition>> Editions = new(StringComparer.Ordinal)
    {
        ["full"] = SomeEdition.Full,
        ["empty"] = SomeEdition.Empty,
        ["many stories"] = () => SomeEdition.WithStories(40),
        ["hostile text"] = () => SomeEdition.Saying(HostileText.All, "javascript:alert(1)"),
    };

    public static TheoryData<LanguageCase> Cases { get; } = new(LanguageCase.ReadAll());

    public static TheoryData<string, string> Pages
    {
        get
        {
            var pages = new TheoryData<string, string>();
            foreach (var edition in Editions.Keys)
            {
                foreach (var template in new[] { EditionRenderer.MailHtml, EditionRenderer.MailText, EditionRenderer.PackHtml })
                    pages.Add(template, edition);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheBuiltInTemplatesPrintTheSameBytes(string template, string edition)
    {
        var model = EditionModelBuilder.Build(Editions[edition](), new RenderOptions { HasPack = true });

        var printed = Engine().Parse(TemplateFiles.BuiltIn).Render(template, model);

        Assert.Equal(new OwnTemplateEngine().Parse(TemplateFiles.BuiltIn).Render(template, model), printed);
        Assert.DoesNotContain('\r', printed);
    }

    [Fact]
    public void TheBuiltInTemplatesPrintTheSameBytesForADelivery()
    {
        foreach (var options in new[] { SomeMail.Corrected(SomeEdition.Full()), SomeMail.Selected with { HasPack = false, PackUrl = "https://briefing.example/pack" } })
        {
            var model = EditionModelBuilder.Build(SomeEdition.Full(), options);
            foreach (var template in new[] { EditionRenderer.MailHtml, EditionRenderer.MailText, EditionRenderer.PackHtml })
                Assert.Equal(new OwnTemplateEngine().Parse(TemplateFiles.BuiltIn).Render(template, model), Engine().Parse(TemplateFiles.BuiltIn).Render(template, model));
        }
    }

    [Fact]
    public void TheBuiltInTemplatesPrintTheSameBytesForANotice()
    {
        foreach (var notice in SomeNotice.All.Values.Select(NoticeModel.Of))
        {
            foreach (var template in new[] { NoticeRenderer.NoticeHtml, NoticeRenderer.NoticeText })
                Assert.Equal(new OwnTemplateEngine().Parse(TemplateFiles.BuiltIn).Render(template, notice), Engine().Parse(TemplateFiles.BuiltIn).Render(template, notice));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void ATemplatePrintsWhatTheLanguageSays(LanguageCase given)
    {
        var printed = Tried(new() { ["case"] = given.Template }, "case", new LanguageSample());

        Assert.Equal(given.Expected, printed.TrimEnd('\n'));
    }

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
    [InlineData("a\n {{ nobody 1 }}", "! page.txt(2,5) The function `nobody` was not found")]
    [InlineData("a\n{{ include 'part.txt' }}", "! part.txt(2,4) The function `nobody` was not found")]
    public void AFaultIsToldWithItsFileLineAndColumn(string template, string expected) =>
        Assert.Equal(expected, Tried(new() { ["page.txt"] = template, ["part.txt"] = "line\n{{ nobody 1 }}" }, "page.txt", model: null, withFile: true));

    [Theory]
    [InlineData("{{ math.random 1 2 }}")]
    [InlineData("{{ math.uuid | string.size }}")]
    public void ChanceIsNoPartOfTheLanguage(string template) => Assert.NotEqual("36", Tried(new() { ["a"] = template }, "a", model: null));

    [Fact]
    public void NowIsWhenTheEditionWasMade() =>
        Assert.Equal("2026-03-10 06:20", Engine()
            .Parse(new Dictionary<string, string>(StringComparer.Ordinal) { ["a.txt"] = "{{ date.now | date.to_string '%F %R' }}" })
            .Render("a.txt", EditionModelBuilder.Build(SomeEdition.Full(), new RenderOptions())));

    private protected abstract ITemplateEngine Engine();

    /// <summary>Runs a template with any globals.</summary>
    /// <exception cref="TemplateFaultException">It cannot be parsed or run.</exception>
    private protected abstract string Run(Dictionary<string, string> files, string name, object? model, DateTimeOffset now);

    private string Tried(Dictionary<string, string> files, string name, object? model, bool withFile = false)
    {
        try
        {
            return Run(files, name, model, Now);
        }
        catch (TemplateFaultException fault)
        {
            var reason = fault.Reason.Split("; ")[0];
            return string.Create(CultureInfo.InvariantCulture, $"! {(withFile ? fault.File : "")}({fault.Line},{fault.Column}) {reason}");
        }
    }
}
