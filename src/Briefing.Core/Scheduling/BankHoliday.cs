using NodaTime;

namespace Briefing.Core.Scheduling;

/// <param name="Date">The day that is free: the substitute's where the holiday itself falls on a weekend.</param>
/// <param name="Name">"Good Friday", "Boxing Day (substitute day)".</param>
public readonly record struct BankHoliday(LocalDate Date, string Name);
