using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>What a claim of today's is to the reader of the earlier editions.</summary>
/// <param name="Updates">The id of the earlier claim that it changes; null where it changes none.</param>
/// <param name="UpdatesText">What that said.</param>
/// <param name="FirstSeen">The day of the first edition that told it: today, where it is new or updated.</param>
internal sealed record ClaimNews(NewsStatus Status, string? Updates, string? UpdatesText, LocalDate FirstSeen);
