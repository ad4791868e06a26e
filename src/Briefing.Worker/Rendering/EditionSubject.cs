namespace Briefing.Worker.Rendering;

/// <summary>
/// [OFFICIAL] Corrected: Morning briefing: Tuesday 10 March 2026: the lead story. Lists of messages show the first 50 to 60
/// characters: what is cut off is the headline.
/// </summary>
internal static class EditionSubject
{
    private const int Longest = 120;

    /// <summary>Less of a headline says nothing.</summary>
    private const int LeastLead = 20;

    /// <param name="lead">The headline of what is told first; null for an edition without stories.</param>
    public static string Of(string title, string? marking, string day, bool late, bool corrected, string? lead)
    {
        var head = $"{(marking is null ? "" : $"[{marking}] ")}{(corrected ? "Corrected: " : "")}{title}: {day}{(late ? " (late)" : "")}";
        var room = Longest - head.Length - 2;
        return lead is null || room < LeastLead ? head : $"{head}: {DisplayText.Shorten(lead, room)}";
    }
}
