using System.Text.Json;

namespace Briefing.Tests.Shared;

/// <summary>
/// What quality may not fall below: tests/floors.json, one number a key. Raising a floor is part of an improvement; lowering one
/// is a commit of its own that says why.
/// </summary>
internal static class QualityFloors
{
    private static readonly Lazy<Dictionary<string, double>> Floors = new(() =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(Repository.PathOf("tests", "floors.json")))!);

    public static double Of(string key) =>
        Floors.Value.TryGetValue(key, out var floor) ? floor : throw new KeyNotFoundException($"tests/floors.json has no \"{key}\".");

    /// <summary>Fails, naming both figures, when what was measured is below the floor.</summary>
    public static void Hold(string key, double measured) =>
        Assert.True(measured >= Of(key), FormattableString.Invariant($"{key}: measured {measured:F4}, the floor is {Of(key):F4}."));
}
