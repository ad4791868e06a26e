namespace Briefing.Integration.Tests.Rendering.Language;

/// <summary>A model as the product hands one to its templates.</summary>
public sealed class LanguageSample
{
    public string Title { get; } = "Tram strike";
    public string? Missing { get; }
    public int StoryCount { get; } = 3;
    public bool IsLead { get; } = true;
    public DateTime PublishedAt { get; } = new(2026, 2, 3, 14, 5, 9, DateTimeKind.Utc);
    public IReadOnlyList<string> Words { get; } = ["one", "two", "three"];
    public IReadOnlyList<Part> Parts { get; } = [new("b", 2), new("a", 1), new("c", 3)];
    public IReadOnlyDictionary<string, int> Ages { get; } = new Dictionary<string, int>(StringComparer.Ordinal) { ["Ann"] = 30, ["bob"] = 25 };

    public sealed record Part(string Name, int PageNumber);
}
