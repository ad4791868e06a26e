using Briefing.Core.Editions;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;

namespace Briefing.Integration.Tests.Printing;

/// <summary>One printer with the built-in templates for all tests of a class.</summary>
public sealed class PrinterFixture : IAsyncLifetime, IAsyncDisposable
{
    private readonly ChromiumPrinter _printer = new(
        ChromiumProgram.Find() ?? throw new InvalidOperationException(ChromiumProgram.Missing),
        ChromiumPrinter.DefaultLimit);

    public Task<PrintedPack> Print(Edition edition) =>
        _printer.PrintAsync(new PackToPrint(edition, Rendered.Pack(edition)), CancellationToken.None);

    public Task InitializeAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => _printer.DisposeAsync();

    // xunit ends its fixtures by this one.
    Task IAsyncLifetime.DisposeAsync() => _printer.DisposeAsync().AsTask();
}
