using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>What an entry asks for at an instant: one of the four below.</summary>
public abstract record ScheduleDecision;

/// <summary>Nothing.</summary>
/// <param name="Until">Ask again then, and now and then before: the clock may be set. Null where no edition is in sight at all.</param>
/// <param name="Next">The edition that is waited for.</param>
public sealed record AwaitEdition(Instant? Until, EditionSlot? Next) : ScheduleDecision;

/// <summary>Read the sources for this edition until the cut-off.</summary>
public sealed record CollectDocuments(EditionSlot Slot, EditionWindow Window) : ScheduleDecision;

/// <summary>Freeze and make this edition, and hand it over from <see cref="EditionSlot.DueAt"/> on.</summary>
/// <param name="IsLate">Whether it is marked late.</param>
/// <param name="IsResumed">Whether it was begun before; then its slot and window are those it was begun with.</param>
public sealed record MakeEdition(EditionSlot Slot, EditionWindow Window, bool IsLate, bool IsResumed) : ScheduleDecision;

/// <summary>Record that this edition is not made, and tell the operators.</summary>
/// <param name="Window">The documents it would have had, which go to the next edition.</param>
/// <param name="Reason">For the log and the alert: one clause without a full stop, with local times.</param>
public sealed record SkipEdition(EditionSlot Slot, EditionWindow Window, string Reason) : ScheduleDecision;
