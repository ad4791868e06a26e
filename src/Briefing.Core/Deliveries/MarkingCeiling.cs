using System.Collections.Immutable;

namespace Briefing.Core.Deliveries;

/// <summary>Whether an edition's marking is too high for a list. In doubt it is.</summary>
public static class MarkingCeiling
{
    /// <param name="marking">The edition's; null or empty for none, which every list may have.</param>
    /// <param name="ceiling">The list's; null for none.</param>
    /// <param name="markings">From the lowest to the highest.</param>
    /// <returns>Why the edition may not go to the list, for a person; null where it may.</returns>
    public static string? FaultOf(string? marking, string? ceiling, ImmutableArray<string> markings)
    {
        if (string.IsNullOrEmpty(ceiling) || string.IsNullOrEmpty(marking))
            return null;
        var (height, most) = (markings.IndexOf(marking), markings.IndexOf(ceiling));
        if (height < 0 || most < 0)
            return $"nobody can tell whether its marking \"{marking}\" is above the list's ceiling \"{ceiling}\": both must stand in \"markings\"";
        return height > most ? $"its marking \"{marking}\" is above the list's ceiling \"{ceiling}\"" : null;
    }
}
