namespace Briefing.Worker.Cli;

/// <summary>What the process tells scripts. Stable.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>Done, with faults that a person must see.</summary>
    public const int DoneWithFaults = 1;

    /// <summary>Bad usage or configuration.</summary>
    public const int BadUsage = 2;

    /// <summary>Nothing could be made.</summary>
    public const int NothingMade = 3;
}
