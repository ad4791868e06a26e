using Briefing.Worker.Configuration;
using Briefing.Worker.Mailing;
using Briefing.Worker.Mailing.Smtp;
using Briefing.Worker.Printing;
using Briefing.Worker.Named.Mailing;
#if NAMED_PRINT
using Briefing.Worker.Printing.Quest;
#else
using Briefing.Worker.Printing.Chromium;
#endif

namespace Briefing.Worker;

/// <summary>
/// What stands behind the borders: our own engines, or under the switch NamedPackages Scriban, QuestPDF and MailKit
/// (docs/decisions/0018). Nothing else in the program knows which.
/// </summary>
internal static class Engines
{
    public static IMailTransport Mail(SmtpSettings settings, TimeProvider time) => new MailKitTransport(settings, time);

#if NAMED_PRINT
    public static IPdfPrinter? Printer(PrintOptions options) => new QuestPdfPrinter(options.QuestPdfLicence);
#else
    /// <summary>Null where there is no Chromium: HTML and text are made all the same.</summary>
    public static IPdfPrinter? Printer(PrintOptions _) =>
        ChromiumProgram.Find() is { } program ? new ChromiumPrinter(program, ChromiumPrinter.DefaultLimit) : null;
#endif
}
