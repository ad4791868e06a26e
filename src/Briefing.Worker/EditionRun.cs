using Briefing.Core;
using Briefing.Core.Editions;
using Briefing.Worker.Cli;
using Briefing.Worker.Configuration;
using Briefing.Worker.Fetching;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;
using Briefing.Worker.Rendering;
using NodaTime;

namespace Briefing.Worker;

/// <summary>One run in order: read, make, keep, render, report.</summary>
internal sealed class EditionRun(BriefingConfiguration configuration, IClock clock, RunJournal journal)
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> Make(RunRequest request, CancellationToken cancellation)
    {
        var reading = Read(request);
        journal.Done(new Stage("read", reading.Sources.Count, reading.Documents.Count, "documents"));
        if (reading.Documents.Count == 0)
        {
            journal.Fault("no document could be read, so no edition was made");
            return ExitCode.NothingMade;
        }

        var edition = Newsdesk.MakeEdition(PlanOf(request, reading), reading.Documents, stageDone: journal.Done);
        try
        {
            var kept = new EditionFolder(request.Out).Keep(edition, reading.Documents);
            var rendered = await Render(edition, request, cancellation);
            journal.Summarise(edition, [kept, .. rendered]);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            journal.Fault($"the edition cannot be written to {request.Out}: {fault.Message}");
            return ExitCode.NothingMade;
        }

        return journal.HasFaults ? ExitCode.DoneWithFaults : ExitCode.Done;
    }

    private SourceReading Read(RunRequest request)
    {
        var reader = new SourceReader(configuration, clock);
        var reading = request.Inputs.Count > 0 ? reader.ReadGiven(request.Inputs) : reader.ReadConfigured();
        foreach (var rejected in reading.Rejected)
            journal.Fault($"{rejected.Name} {rejected.Reason}");
        return reading;
    }

    private async Task<IReadOnlyList<string>> Render(Edition edition, RunRequest request, CancellationToken cancellation)
    {
        var folder = configuration.PathOf(configuration.Briefing.Templates);
        var templates = new TemplateShelf(new OwnTemplateEngine(), Directory.Exists(folder) ? folder : null);
        templates.Load();
        await using IPdfPrinter? printer = ChromiumProgram.Find() is { } program ? new ChromiumPrinter(program, ChromiumPrinter.DefaultLimit) : null;
        var written = await new EditionFiles(new EditionRenderer(templates), printer).Write(edition, request.Out, request.Formats, cancellation);
        foreach (var fault in written.Faults)
            journal.Fault(fault);
        journal.Done(new Stage("render", edition.Sections.Sum(section => section.Stories.Length), written.Paths.Count, "files"));
        return written.Paths;
    }

    private EditionPlan PlanOf(RunRequest request, SourceReading reading) => new()
    {
        Entry = request.Entry.Name,
        Date = request.Date ?? DayOfSources(request) ?? Today(request.Entry),
        Title = request.Entry.Title ?? configuration.Briefing.Title,
        Marking = configuration.Briefing.Marking,
        TimeZone = request.Entry.TimeZone,
        Language = configuration.Briefing.Language,
        GeneratedAt = clock.GetCurrentInstant(),
        Topics = configuration.TopicsOf(request.Entry),
        AlsoReported = configuration.Briefing.AlsoReported,
        StoriesPerSection = configuration.Briefing.Limits.StoriesPerSection,
        ClaimsPerStory = configuration.Briefing.Limits.ClaimsPerStory,
        Sources = [.. reading.Sources],
    };

    private LocalDate? DayOfSources(RunRequest request) =>
        request.Inputs.Count > 0 ? null : configuration.Briefing.Sources.Select(source => source.AsOf).Max();

    private LocalDate Today(EntryOptions entry) =>
        clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[entry.TimeZone]).Date;
}
