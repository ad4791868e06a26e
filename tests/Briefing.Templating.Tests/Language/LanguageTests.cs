using System.Globalization;

namespace Briefing.Templating.Tests.Language;

/// <summary>The language, case by case: see the files in Cases.</summary>
public sealed class LanguageTests
{
    private static readonly RenderOptions Options = new() { Now = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero) };

    public static TheoryData<LanguageCase> Cases { get; } = new(LanguageCase.ReadAll());

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_template_prints_what_the_language_says(LanguageCase given)
    {
        var printed = Print(given.Template);

        // A trailing line end of the output cannot be told from the end of the case.
        Assert.Equal(given.Expected, printed.TrimEnd('\n'));
    }

    [Fact]
    public void The_table_is_not_empty() => Assert.True(Cases.Count > 300);

    private static string Print(string template)
    {
        try
        {
            return Template.Parse(template, "case").Render(new LanguageSample(), Options);
        }
        catch (TemplateException fault)
        {
            return string.Create(CultureInfo.InvariantCulture, $"! ({fault.Line},{fault.Column}) {fault.Messages[0].Text}");
        }
    }
}
