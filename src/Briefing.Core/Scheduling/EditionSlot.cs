using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>
/// One edition that an entry owes, with its deadlines: CollectFrom &lt; CutOff ≤ FreezeAt ≤ DueAt ≤ CatchUpUntil.
/// </summary>
public sealed record EditionSlot
{
    /// <summary>The local date the edition is for; an entry has one edition a date at most.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>From here on it may be handed over, never before.</summary>
    public required Instant DueAt { get; init; }

    public required Instant CollectFrom { get; init; }

    /// <summary>The end of the window of documents.</summary>
    public required Instant CutOff { get; init; }

    /// <summary>From here on it may be made.</summary>
    public required Instant FreezeAt { get; init; }

    /// <summary>The last instant at which it may still be made.</summary>
    public required Instant CatchUpUntil { get; init; }

    /// <summary>Whether the clock skips the time it was meant for, so that it is due at the instant of the change.</summary>
    public required bool Shifted { get; init; }
}

/// <summary>Whose documents an edition has. The windows of an entry tile: each begins where the one made before it ends.</summary>
/// <param name="Start">Excluded: a document of this instant belongs to the edition before.</param>
/// <param name="End">Included.</param>
public readonly record struct EditionWindow(Instant Start, Instant End)
{
    public bool Contains(Instant instant) => Start < instant && instant <= End;
}
