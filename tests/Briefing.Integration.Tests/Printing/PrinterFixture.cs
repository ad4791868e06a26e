using Briefing.Core.Editions;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;

namespace Briefing.Integration.Tests.Printing;

/// <summary>One printer with the built-in templates for all tests of a class.</summary>
public sealed class PrinterFixture : IAsyncDisposable
{
    private readonly ChromiumPrinter _printer = new(
        ChromiumProgram.Find() ?? throw new InvalidOperationException(ChromiumProgram.Missing),
        ChromiumPrinter.DefaultLimit);

    public Task<PrintedPack> Print(Edition edition) =>
        _printer.PrintAsync(new PackToPrint(edition, Rendered.Pack(edition)), CancellationToken.None);

    public ValueTask DisposeAsync() => _printer.DisposeAsync();
}
