using Briefing.Worker.Configuration;
#if NAMED_PRINT
using Briefing.Worker.Printing.Quest;
#else
using Briefing.Worker.Printing.Chromium;
#endif

namespace Briefing.Worker.Printing;

/// <summary>
/// What prints the pack: headless Chromium, or QuestPDF under the switch NamedPrint (docs/decisions/0024). Nothing else in the program knows which.
/// </summary>
internal static class PdfPrinters
{
#if NAMED_PRINT
    public static IPdfPrinter? Create(PrintOptions options) => new QuestPdfPrinter(options.QuestPdfLicence);
#else
    /// <summary>Null where there is no Chromium: HTML and text are made all the same.</summary>
    public static IPdfPrinter? Create(PrintOptions _) =>
        ChromiumProgram.Find() is { } program ? new ChromiumPrinter(program, ChromiumPrinter.DefaultLimit) : null;
#endif
}
