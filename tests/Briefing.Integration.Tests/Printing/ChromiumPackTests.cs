namespace Briefing.Integration.Tests.Printing;

public sealed class ChromiumPackTests(ChromiumPrinterFixture fixture) : PdfPrinterContract(fixture), IClassFixture<ChromiumPrinterFixture>
{
    private protected override PrinterFixture Another() => new ChromiumPrinterFixture();
}
