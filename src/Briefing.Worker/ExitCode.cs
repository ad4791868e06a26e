namespace Briefing.Worker;

/// <summary>The exit codes of the process, for scripts. Stable.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, with faults that a person must see.</summary>
    public const int DoneWithFaults = 1;

    /// <summary>Bad usage or configuration.</summary>
    public const int BadUsage = 2;

    /// <summary>Nothing could be made.</summary>
    public const int NothingMade = 3;

    /// <summary>Stopped before it was done. The process ends with 128 + the number of the signal that stopped it; this is SIGINT's.</summary>
    public const int Stopped = 130;
}
