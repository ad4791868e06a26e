using System.Collections.Immutable;
using System.Text.Json;
using Briefing.Core;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Storage.Runs;

/// <summary>Every attempt at an edition: what it read, dropped and made, how long each stage took, what went wrong.</summary>
public static class RunStore
{
    /// <returns>The run's id.</returns>
    public static long Begin(StorageSession session, string kind, string entry, LocalDate date, Instant startedAt) =>
        session.Single<long>(
            "INSERT INTO run (kind, entry, date, started_at) VALUES (@kind, @entry, @date, @startedAt) RETURNING id",
            new { kind, entry, date = StoredText.Of(date), startedAt = StoredText.Of(startedAt) });

    public static void Finish(StorageSession session, long run, RunOutcome outcome)
    {
        session.Execute(
            "UPDATE run SET edition = @edition, finished_at = @finishedAt, succeeded = @succeeded, sources = @sources WHERE id = @run",
            new { run, edition = outcome.Edition, finishedAt = StoredText.Of(outcome.FinishedAt), succeeded = outcome.Succeeded, sources = outcome.Sources is { } sources ? JsonSerializer.Serialize(sources, StorageJson.Default.ImmutableArrayEditionSource) : null });
        for (var at = 0; at < outcome.Stages.Length; at++)
        {
            var (stage, took) = outcome.Stages[at];
            session.Execute(
                "INSERT INTO run_stage (run, position, name, came_in, went_out, what, milliseconds) VALUES (@run, @at, @name, @cameIn, @wentOut, @what, @milliseconds)",
                new { run, at, name = stage.Name, cameIn = stage.In, wentOut = stage.Out, what = stage.What, milliseconds = (long)took.TotalMilliseconds });
        }

        for (var at = 0; at < outcome.Faults.Length; at++)
            session.Execute("INSERT INTO run_fault (run, position, message) VALUES (@run, @at, @message)", new { run, at, message = outcome.Faults[at] });
    }

    /// <summary>Whether a run of this kind has come to its end.</summary>
    public static bool HasFinished(StorageSession session, string kind, string entry, LocalDate date) =>
        session.FirstOrDefault<int?>(
            "SELECT 1 FROM run WHERE kind = @kind AND entry = @entry AND date = @date AND succeeded = 1 LIMIT 1",
            new { kind, entry, date = StoredText.Of(date) }) is not null;

    /// <summary>How the sources fared at the last run of this kind that has ended; null where there is none.</summary>
    public static ImmutableArray<EditionSource>? SourcesOfLast(StorageSession session, string kind, string entry, LocalDate date) =>
        session.FirstOrDefault<string>(
            "SELECT sources FROM run WHERE kind = @kind AND entry = @entry AND date = @date AND sources IS NOT NULL ORDER BY id DESC LIMIT 1",
            new { kind, entry, date = StoredText.Of(date) }) is { } sources
            ? JsonSerializer.Deserialize(sources, StorageJson.Default.ImmutableArrayEditionSource)
            : null;

    /// <summary>The newest first.</summary>
    public static ImmutableArray<RunRecord> Latest(StorageSession session, int limit) =>
    [
        .. session.Query<Row>(
            """
            SELECT run.id, run.kind, run.entry, run.date, edition.version, run.started_at AS StartedAt, run.finished_at AS FinishedAt, run.succeeded,
              (SELECT count(*) FROM run_fault WHERE run_fault.run = run.id) AS Faults
            FROM run LEFT JOIN edition ON edition.id = run.edition ORDER BY run.id DESC LIMIT @limit
            """,
            new { limit }).Select(row => row.ToRecord()),
    ];

    public static ImmutableArray<string> FaultsOf(StorageSession session, long run) =>
        [.. session.Query<string>("SELECT message FROM run_fault WHERE run = @run ORDER BY position", new { run })];

    private sealed class Row
    {
        public required long Id { get; init; }
        public required string Kind { get; init; }
        public required string Entry { get; init; }
        public required string Date { get; init; }
        public int? Version { get; init; }
        public required string StartedAt { get; init; }
        public string? FinishedAt { get; init; }
        public bool? Succeeded { get; init; }
        public required int Faults { get; init; }

        public RunRecord ToRecord() => new(
            Id, Kind, Entry, StoredText.DateOf(Date), Version, StoredText.InstantOf(StartedAt), FinishedAt is null ? null : StoredText.InstantOf(FinishedAt), Succeeded, Faults);
    }
}

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
