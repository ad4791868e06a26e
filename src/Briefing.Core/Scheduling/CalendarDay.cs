using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>What a working calendar says of a day.</summary>
/// <param name="Reason">"weekend", "Good Friday", "extra holiday": why it is no working day, or why it is one all the same; null for a plain working day.</param>
/// <param name="IsProvisional">Whether this is told by rule, from no published list, and may still change.</param>
public readonly record struct CalendarDay(LocalDate Date, bool IsWorking, string? Reason, bool IsProvisional);
