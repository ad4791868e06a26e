using System.Globalization;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Models;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>
/// Draws the pack with QuestPDF: from the same view of the edition that pack.html is filled from, in its order and words and, as far as
/// QuestPDF has the means, in print.css's typography (docs/decisions/0024). Needs no browser.
/// </summary>
internal sealed class QuestPdfPrinter(QuestPdfLicence licence) : IPdfPrinter
{
    public async Task<PrintedPack> PrintAsync(PackToPrint pack, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();

        // Laying out is work of seconds at most and cannot be broken off; whoever waits need not.
        return await Task.Run(() => Print(pack.Edition, pack.Correction), CancellationToken.None).WaitAsync(cancellation);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private PrintedPack Print(Edition edition, Correction? correction)
    {
        try
        {
            // Here, for it loads QuestPDF's native part, and a machine without one is to have HTML and text all the same.
            QuestPDF.Settings.License = licence switch
            {
                QuestPdfLicence.Professional => LicenseType.Professional,
                QuestPdfLicence.Enterprise => LicenseType.Enterprise,
                _ => LicenseType.Community,
            };
            var model = EditionModelBuilder.Build(edition, new Rendering.RenderOptions { HasPack = true, Correction = correction });
            var drawn = Document.Create(new QuestPack(model).Compose)
                .WithMetadata(MetadataOf(edition, model))
                .WithSettings(new DocumentSettings
                {
                    // QuestPDF writes tags, and the outline that it takes from them, only where this is asked for.
                    PDFUA_Conformance = PDFUA_Conformance.PDFUA_1,
                })
                .GeneratePdf();
            return new PrintedPack(QuestPdfFinish.Settle(drawn), QuestPdfFinish.PagesOf(drawn), []);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new PrintingFailedException($"QuestPDF did not print the pack: {fault.Message}", fault);
        }
    }

    private static DocumentMetadata MetadataOf(Edition edition, EditionModel model)
    {
        var made = DateTimeOffset.TryParse(edition.GeneratedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant.ToUniversalTime()
            : throw new InvalidDataException($"The edition's instant \"{edition.GeneratedAt}\" is not ISO 8601.");
        return new DocumentMetadata
        {
            Title = $"{model.Title}, {model.DateLong}",
            Subject = model.Marking,
            Keywords = model.Sections.Count > 0 ? string.Join(", ", model.Sections.Select(section => section.Title)) : null,
            Creator = "Briefing",
            Producer = "QuestPDF",
            Language = model.Language,
            CreationDate = made,
            ModifiedDate = made,
        };
    }
}
