using System.Collections.Immutable;
using Briefing.Core;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;
using Briefing.Worker.Scheduling;
using Briefing.Worker.Sources;
using NodaTime;

namespace Briefing.Worker.Pipeline;

/// <summary>Fixes what an edition is made of, before it is made.</summary>
internal sealed class EditionFreezer(BriefingConfiguration configuration, EditionRepository ledger, IClock clock, RunJournal journal)
{
    /// <summary>Reads what a run is given, or the sources; null when nothing is there, which is reported.</summary>
    public EditionRecord? Read(RunRequest request, LocalDate date)
    {
        var now = clock.GetCurrentInstant();
        EditionWindow? window = request.Inputs.Count > 0 ? null : WindowOf(request.Entry, date, now);
        var selection = window is { } open ? Collect(request.Entry, date, open, now) : ReadGiven(request, now);
        if (selection.Documents.IsEmpty)
        {
            journal.Fault(window is { } empty
                ? $"no document was read for the edition of {date:uuuu-MM-dd} (its window is {empty.Start} to {empty.End}), so none was made; --input PATH takes all that is given"
                : "no document could be read, so no edition was made");
            return null;
        }

        return ledger.Freeze(
            new EditionInputs
            {
                Entry = request.Entry.Name,
                Date = date,
                Documents = [.. selection.Documents.Select(InputDocument.Of)],
                Sources = selection.Sources,
                Window = window,
                FrozenAt = now,
            },
            like: null,
            alwaysNew: false);
    }

    /// <summary>The next version of an edition with what it was made of and, where asked for, what has come in since; null when there is no such edition, which is reported.</summary>
    public EditionRecord? Again(RunRequest request, LocalDate date)
    {
        if (ledger.Find(date) is not { } earlier)
        {
            journal.Fault($"there is no edition of \"{request.Entry.Name}\" for {date:uuuu-MM-dd} to make again; briefing status lists those there are");
            return null;
        }

        var now = clock.GetCurrentInstant();
        var inputs = ledger.InputsLike(earlier, now);
        if (request.Refetch)
            inputs = Refetched(request, inputs, now);
        journal.Done(new Stage("freeze", inputs.Documents.Length, inputs.Documents.Length, "stored documents"));
        return ledger.Freeze(inputs, like: earlier, alwaysNew: true);
    }

    /// <summary>Reads the sources now and keeps what they give, for whichever edition it belongs to.</summary>
    public DocumentSelection Collect(EntryOptions entry, LocalDate date, EditionWindow window, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[entry.TimeZone];
        var reading = new SourceReader(configuration, now).ReadConfigured(day => day.AtStartOfDayInZone(zone).ToInstant(), window.Contains);
        Keep(reading);
        return DocumentSelection.Of(ledger.FreeWithin(date, window), reading.Sources);
    }

    /// <summary>What was read for an edition already, without reading the sources again; they say how they fared the last time.</summary>
    public DocumentSelection Collected(LocalDate date, EditionWindow window) =>
        DocumentSelection.Of(ledger.FreeWithin(date, window), ledger.SourcesLastCollected(date));

    // What was there stays, but for names whose text has changed.
    private EditionInputs Refetched(RunRequest request, EditionInputs inputs, Instant now)
    {
        var late = request.Inputs.Count > 0
            ? ReadGiven(request, now)
            : Collect(request.Entry, inputs.Date, LateWindow(inputs.Window ?? WindowOf(request.Entry, inputs.Date, now), now), now);
        var read = late.Documents.Select(InputDocument.Of).ToList();
        var names = read.Select(document => document.NameKey).ToHashSet(StringComparer.Ordinal);
        return inputs with
        {
            Documents = [.. inputs.Documents.Where(document => !names.Contains(document.NameKey)), .. read],
            Sources = late.Sources,
        };
    }

    private static EditionWindow LateWindow(EditionWindow window, Instant now) => window with { End = Instant.Max(window.End, now) };

    private DocumentSelection ReadGiven(RunRequest request, Instant now)
    {
        var reading = new SourceReader(configuration, now).ReadGiven(request.Inputs, request.Folder);
        return new DocumentSelection(Keep(reading), [.. reading.Sources]);
    }

    private ImmutableArray<StoredDocument> Keep(SourceReading reading)
    {
        foreach (var rejected in reading.Rejected)
            journal.Fault($"{rejected.Name} {rejected.Reason}");
        journal.Done(new Stage("read", reading.Sources.Count, reading.Documents.Count, "documents"));
        return ledger.Keep(reading);
    }

    /// <summary>
    /// The window of an edition made by hand: from the end of the one before to its cut-off. Where sources tell no day of their own
    /// it reaches until now, so that what is there can be read.
    /// </summary>
    private EditionWindow WindowOf(EntryOptions entry, LocalDate date, Instant now)
    {
        var calendar = PlannedEntry.Of(entry, configuration.Calendars).Calendar;
        var cutOff = calendar.On(date)?.CutOff ?? calendar.Entry.Zone.AtStartOfDay(date.PlusDays(1)).ToInstant();
        var start = ledger.Before(date)?.Window?.End ?? calendar.Before(date)?.CutOff ?? cutOff - Duration.FromDays(1);
        var end = configuration.Briefing.Sources.All(source => source.AsOf is not null) ? cutOff : Instant.Max(cutOff, now);
        return new EditionWindow(start, Instant.Max(start, end));
    }
}

/// <summary>Which of the stored documents an edition has, and how its sources fared.</summary>
/// <param name="Documents">In the order of the sources, then of names.</param>
internal sealed record DocumentSelection(ImmutableArray<StoredDocument> Documents, ImmutableArray<EditionSource> Sources)
{
    /// <summary>Of what is free for the edition: of each name the text read last. A source says how many of its documents are here.</summary>
    public static DocumentSelection Of(ImmutableArray<StoredDocument> free, IReadOnlyList<EditionSource> sources)
    {
        var order = sources.Index().ToDictionary(source => source.Item.Id, source => source.Index, StringComparer.Ordinal);
        var newest = free
            .GroupBy(document => (document.Source, document.Name))
            .Select(same => same.MaxBy(document => (document.ReadAt, document.Id))!)
            .OrderBy(document => order.GetValueOrDefault(document.Source, int.MaxValue))
            .ThenBy(document => document.Source, StringComparer.Ordinal)
            .ThenBy(document => document.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        return new DocumentSelection(newest, [.. sources.Select(source => Told(source, newest.Count(document => document.Source == source.Id)))]);
    }

    // "ok" means that something of the source is here.
    private static EditionSource Told(EditionSource source, int count)
    {
        if (source.Status == "failed" || source.Detail == CountOf(count))
            return source;
        return count == 0
            ? source with { Status = "empty", Detail = source.Status == "empty" ? source.Detail : $"nothing new; read: {source.Detail}" }
            : source with { Status = "ok", Detail = $"{CountOf(count)} of this edition; read: {source.Detail}" };
    }

    private static string CountOf(int count) => Phrases.Count(count, "document", "documents");
}
