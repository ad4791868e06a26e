namespace Briefing.Core.Deliveries;

/// <summary>
/// When so many readers' servers refuse an edition for good that something is wrong with the edition, the sender or the list, and
/// not with the readers: more than one in twenty, and at least twenty.
/// </summary>
public static class FailureBrake
{
    public const int Least = 20;
    public const double Share = 0.05;

    /// <param name="failed">Refused for good since the sending was last begun.</param>
    /// <param name="ended">Accepted or refused since then.</param>
    public static bool Pulls(int failed, int ended) => failed >= Least && failed > ended * Share;
}
