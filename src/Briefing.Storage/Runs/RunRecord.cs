using System.Collections.Immutable;
using Briefing.Core;
using NodaTime;

namespace Briefing.Storage.Runs;

/// <param name="Version">Of the edition made; null when none was.</param>
/// <param name="FinishedAt">Null while it runs, and for ever when it was killed.</param>
/// <param name="Made">Whether an edition was; null while it runs.</param>
/// <param name="Faults">How many.</param>
public sealed record RunRecord(
    long Id, string Kind, string Entry, LocalDate Date, int? Version, Instant StartedAt, Instant? FinishedAt, bool? Made, int Faults);

/// <param name="Edition">The stored edition's id; null when none was made.</param>
public sealed record RunOutcome(
    long? Edition, Instant FinishedAt, bool Made, ImmutableArray<(Stage Stage, TimeSpan Took)> Stages, ImmutableArray<string> Faults);
