using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mailing;
using NodaTime;

namespace Briefing.Worker;

/// <summary>One run from the command line in order: read and freeze, make, write, report.</summary>
/// <param name="variable">Reads a variable of the environment; null where it is not set.</param>
/// <param name="error">Receives what goes wrong while mail is sent, and with <paramref name="showsProgress"/> how it goes on.</param>
internal sealed class EditionRun(
    BriefingConfiguration configuration,
    BriefingDatabase database,
    IClock clock,
    RunJournal journal,
    TextWriter output,
    TextWriter error,
    Func<string, string?> variable,
    bool showsProgress = false)
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> Make(RunRequest request, CancellationToken cancellation)
    {
        using var turn = EntryTurn.TryTake(database.Location, request.Entry.Name);
        if (turn is null)
        {
            journal.Fault($"another run of the entry \"{request.Entry.Name}\" is under way; try again when it has ended");
            return ExitCode.NothingMade;
        }

        try
        {
            return await Recorded(request, cancellation);
        }
        catch (StorageException fault)
        {
            journal.Fault(fault.Message);
            return ExitCode.NothingMade;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            journal.Fault($"the edition cannot be written to {request.Out}: {fault.Message}");
            return ExitCode.NothingMade;
        }
    }

    private async Task<int> Recorded(RunRequest request, CancellationToken cancellation)
    {
        var ledger = new EditionLedger(database, configuration, request.Entry.Name);
        var date = request.Date ?? DayOfSources(request) ?? Today(request.Entry);
        var run = ledger.Begin(request.Regenerate ? RunKind.Regenerate : RunKind.ByHand, date, clock.GetCurrentInstant());
        EditionRecord? made = null;
        try
        {
            var freezing = new EditionFreezing(configuration, ledger, clock, journal);
            var frozen = request.Regenerate ? freezing.Again(request, date) : freezing.Read(request, date);
            if (frozen is not null)
                made = await MakeAndWrite(ledger, request, frozen, cancellation);
            if (made is null)
                return ExitCode.NothingMade;
            var sent = request.Send ? await Send(request, made, cancellation) : ExitCode.Done;
            return journal.HasFaults ? ExitCode.DoneWithFaults : sent;
        }
        finally
        {
            ledger.Finish(run, succeeded: made is not null, made, clock.GetCurrentInstant(), journal);
        }
    }

    private async Task<EditionRecord> MakeAndWrite(EditionLedger ledger, RunRequest request, EditionRecord frozen, CancellationToken cancellation)
    {
        var made = await new EditionMaking(configuration, ledger, clock, journal).Make(request.Entry, frozen, request.Formats, whenMade: null, cancellation);
        var paths = new EditionFolder(request.OutPath, request.Out).Replace(made.Json, made.Documents, made.Files);
        RunSummary.Write(output, made.Edition, paths);
        return made.Record;
    }

    private async Task<int> Send(RunRequest request, EditionRecord made, CancellationToken cancellation)
    {
        try
        {
            await using var desk = new DeliveryDesk(configuration, database, clock, request.OutPath, output, error, variable, showsProgress);
            return await desk.Send(request.Entry, made, only: null, cancellation);
        }
        catch (Exception fault) when (fault is MailSetupException or StorageException)
        {
            journal.Fault($"the edition is made, and nothing was mailed: {fault.Message}");
            return ExitCode.DoneWithFaults;
        }
    }

    private LocalDate? DayOfSources(RunRequest request) =>
        request.Inputs.Count > 0 ? null : configuration.Briefing.Sources.Select(source => source.AsOf).Max();

    private LocalDate Today(EntryOptions entry) =>
        clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[entry.TimeZone]).Date;
}
