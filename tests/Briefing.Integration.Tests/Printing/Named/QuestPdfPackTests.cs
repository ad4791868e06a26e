using Briefing.Worker.Configuration;
using Briefing.Worker.Printing.Quest;

namespace Briefing.Integration.Tests.Printing.Named;

public sealed class QuestPdfPackTests(QuestPdfPackTests.Fixture fixture) : PdfPrinterContract(fixture), IClassFixture<QuestPdfPackTests.Fixture>
{
    private protected override PrinterFixture Another() => new Fixture();

    public sealed class Fixture() : PrinterFixture(new QuestPdfPrinter(QuestPdfLicence.Community));
}
