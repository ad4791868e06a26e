using System.Collections.Immutable;
using Briefing.Core;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Storage.Runs;

/// <param name="Version">Of the edition made; null when none was.</param>
/// <param name="FinishedAt">Null while it runs, and for ever when it was killed.</param>
/// <param name="Succeeded">Whether what it is for was done; null while it runs.</param>
/// <param name="Faults">How many.</param>
public sealed record RunRecord(
    long Id, string Kind, string Entry, LocalDate Date, int? Version, Instant StartedAt, Instant? FinishedAt, bool? Succeeded, int Faults);

/// <param name="Edition">The stored edition's id; null when none was made.</param>
public sealed record RunOutcome(
    long? Edition, Instant FinishedAt, bool Succeeded, ImmutableArray<(Stage Stage, TimeSpan Took)> Stages, ImmutableArray<string> Faults)
{
    /// <summary>How the sources fared; null where none were read.</summary>
    public ImmutableArray<EditionSource>? Sources { get; init; }
}
