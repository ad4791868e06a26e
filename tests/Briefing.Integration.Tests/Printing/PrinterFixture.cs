using Briefing.Core.Model;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;

namespace Briefing.Integration.Tests.Printing;

/// <summary>One printer with the built-in templates for all tests of a class.</summary>
public abstract class PrinterFixture(IPdfPrinter printer) : IAsyncLifetime, IAsyncDisposable
{
    public Task<PrintedPack> Print(Edition edition) =>
        printer.PrintAsync(new PackToPrint(edition, Rendered.Pack(edition)), CancellationToken.None);

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return printer.DisposeAsync();
    }

    // xunit ends its fixtures by this one.
    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
}

public sealed class ChromiumPrinterFixture() : PrinterFixture(new ChromiumPrinter(
    ChromiumProgram.Find() ?? throw new InvalidOperationException(ChromiumProgram.Missing),
    ChromiumPrinter.DefaultLimit));
