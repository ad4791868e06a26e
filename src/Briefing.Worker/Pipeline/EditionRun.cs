using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using Briefing.Worker.Rendering.Text;
using NodaTime;

namespace Briefing.Worker.Pipeline;

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
        using var turn = EntryLock.TryTake(database.Location, request.Entry.Name);
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
        var ledger = new EditionRepository(database, configuration, request.Entry.Name);
        var date = request.Date ?? DayOfSources(request) ?? Today(request.Entry);
        var run = ledger.Begin(request.Regenerate ? RunKind.Regenerate : RunKind.ByHand, date, clock.GetCurrentInstant());
        EditionRecord? made = null;
        try
        {
            var freezing = new EditionFreezer(configuration, ledger, clock, journal);
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

    private async Task<EditionRecord> MakeAndWrite(EditionRepository ledger, RunRequest request, EditionRecord frozen, CancellationToken cancellation)
    {
        var made = await new EditionMaker(configuration, ledger, clock, journal).Make(request.Entry, frozen, request.Formats, whenMade: null, cancellation);
        var paths = new EditionFolder(request.OutPath, request.Out).Replace(made.Json, made.Documents, made.Files);
        RunSummary.Write(output, made.Edition, paths);
        return made.Record;
    }

    private async Task<int> Send(RunRequest request, EditionRecord made, CancellationToken cancellation)
    {
        try
        {
            await using var desk = new DeliveryService(configuration, database, clock, request.OutPath, output, error, variable, showsProgress);
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

/// <summary>What one run is asked for.</summary>
/// <param name="Date">Null: the day that the sources belong to, else today in the entry's time zone.</param>
/// <param name="Inputs">Files and folders in place of the configured sources, as they were given; empty for those.</param>
/// <param name="Out">The folder to write into, as it was given.</param>
/// <param name="Formats">Of <see cref="Rendering.OutputFormats"/>.</param>
internal sealed record RunRequest(
    EntryOptions Entry,
    LocalDate? Date,
    IReadOnlyList<string> Inputs,
    string Out,
    IReadOnlySet<string> Formats)
{
    /// <summary>Where relative paths of <see cref="Inputs"/> and <see cref="Out"/> start.</summary>
    public string Folder { get; init; } = "/";

    /// <summary>The full path of <see cref="Out"/>.</summary>
    public string OutPath => Path.GetFullPath(Out, Folder);

    /// <summary>Whether the day's edition is made again, as its next version, from its stored inputs.</summary>
    public bool Regenerate { get; init; }

    /// <summary>With <see cref="Regenerate"/>: whether the sources are read again, too, and what has come in late is taken in.</summary>
    public bool Refetch { get; init; }

    /// <summary>Whether the edition is mailed to the entry's list.</summary>
    public bool Send { get; init; }
}

/// <summary>What was made, by count, and where it lies.</summary>
internal static class RunSummary
{
    public static void Write(TextWriter output, Edition edition, IReadOnlyList<string> written)
    {
        var version = edition.Version > 1 ? $", version {edition.Version}" : "";
        output.WriteLine($"{edition.Title}, {edition.Date}{version}: {Phrases.Count(edition.Documents.Length, "document", "documents")}, {Phrases.Count(edition.Articles.Length, "article", "articles")}, {Phrases.Count(edition.Dropped.Length, "stretch", "stretches")} of text left out");
        foreach (var section in edition.Sections)
            output.WriteLine($"  {section.Title}: {Phrases.Count(section.Stories.Length, "story", "stories")}, {Phrases.Count(section.Stories.Sum(story => story.Claims.Length), "statement", "statements")}, {Phrases.Count(section.Stories.Sum(story => story.Differences.Length), "difference", "differences")}");
        foreach (var path in written)
            output.WriteLine($"  {path}");
    }
}
