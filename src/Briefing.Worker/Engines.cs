using Briefing.Worker.Configuration;
using Briefing.Worker.Mailing;
using Briefing.Worker.Mailing.Smtp;
using Briefing.Worker.Printing;
using Briefing.Worker.Rendering;
#if NAMED_PACKAGES
using Briefing.Worker.Named.Mailing;
using Briefing.Worker.Named.Printing;
using Briefing.Worker.Named.Templates;
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
#if NAMED_PACKAGES
    public static ITemplateEngine Templates() => new ScribanTemplateEngine();

    public static IPdfPrinter? Printer(PrintOptions options) => new QuestPdfPrinter(options.QuestPdfLicence);

    public static IMailTransport Mail(SmtpSettings settings, TimeProvider time) => new MailKitTransport(settings, time);
#else
    public static ITemplateEngine Templates() => new OwnTemplateEngine();

    /// <summary>Null where there is no Chromium: HTML and text are made all the same.</summary>
    public static IPdfPrinter? Printer(PrintOptions _) =>
        ChromiumProgram.Find() is { } program ? new ChromiumPrinter(program, ChromiumPrinter.DefaultLimit) : null;

    public static IMailTransport Mail(SmtpSettings settings, TimeProvider time) => new SmtpTransport(settings, time);
#endif
}
