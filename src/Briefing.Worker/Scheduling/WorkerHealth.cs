using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Pipeline;
using NodaTime;

namespace Briefing.Worker.Scheduling;

/// <summary>
/// A file that says whether the worker lives and what each entry is at, for monitoring: written anew every few seconds, whole.
/// </summary>
internal sealed class WorkerHealth(BriefingDatabase database, WorkerLog log)
{
    /// <summary>Beside the database.</summary>
    public string Path => database.Location + ".health.json";

    public void Write(Schedule schedule, Instant now)
    {
        try
        {
            var entries = schedule.Entries.Select(entry => Of(entry, now)).ToImmutableArray();
            var state = new HealthState($"{now}", log.HasFaults ? "faults" : "ok", entries);
            AtomicFile.Write(Path, JsonSerializer.SerializeToUtf8Bytes(state, HealthJson.Default.HealthState));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or StorageException)
        {
            log.BrokeOff("health", fault);
        }
    }

    private EntryHealth Of(PlannedEntry entry, Instant now)
    {
        var history = database.Read(session => HistoryStore.Read(session, entry.Name));
        var next = entry.Calendar.DueAfter(now);
        return new EntryHealth(
            entry.Name,
            history.LastDate is { } last ? $"{last:uuuu-MM-dd}" : null,
            history.Begun is { } begun ? $"{begun.Slot.Date:uuuu-MM-dd}" : null,
            next is null ? null : $"{next.Date:uuuu-MM-dd}",
            next is null ? null : $"{next.DueAt}");
    }
}

/// <param name="At">When it was written. Older than a minute, the worker is not well.</param>
/// <param name="Status">"ok", or "faults" where the log has something that a person must see.</param>
internal sealed record HealthState(string At, string Status, ImmutableArray<EntryHealth> Entries);

/// <param name="Last">The day of the last edition made or left out.</param>
/// <param name="UnderWay">The day of the edition that is being made.</param>
internal sealed record EntryHealth(string Name, string? Last, string? UnderWay, string? Next, string? Due);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(HealthState))]
internal sealed partial class HealthJson : JsonSerializerContext;
