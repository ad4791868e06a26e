using System.Globalization;

namespace Briefing.Templating.Tests.Language;

/// <summary>The language, case by case: see the files in Cases.</summary>
public sealed class LanguageTests
{
    private static readonly RenderOptions Options = new() { Now = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero) };

    public static TheoryData<LanguageCase> Cases { get; } = new(AllCases());

    public static IEnumerable<LanguageCase> AllCases() =>
        Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Cases"), "*.txt").Order(StringComparer.Ordinal).SelectMany(LanguageCase.Read);

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
            return Template.Parse(template, "case").Render(new Sample(), Options);
        }
        catch (TemplateException fault)
        {
            return string.Create(CultureInfo.InvariantCulture, $"! ({fault.Line},{fault.Column}) {fault.Messages[0].Text}");
        }
    }

    /// <summary>A model as the product hands one to its templates.</summary>
    private sealed class Sample
    {
        public string Title { get; } = "Tram strike";
        public string? Missing { get; }
        public int StoryCount { get; } = 3;
        public bool IsLead { get; } = true;
        public DateTime PublishedAt { get; } = new(2026, 2, 3, 14, 5, 9, DateTimeKind.Utc);
        public IReadOnlyList<string> Words { get; } = ["one", "two", "three"];
        public IReadOnlyList<Part> Parts { get; } = [new("b", 2), new("a", 1), new("c", 3)];
        public IReadOnlyDictionary<string, int> Ages { get; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["Ann"] = 30, ["bob"] = 25 };
    }

    private sealed record Part(string Name, int PageNumber);
}
