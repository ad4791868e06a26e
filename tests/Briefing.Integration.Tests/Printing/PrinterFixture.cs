using Briefing.Core.Editions;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Printing;

/// <summary>One printer with the built-in templates for all tests of a class.</summary>
public sealed class PrinterFixture : IAsyncDisposable
{
    private readonly ChromiumPrinter _printer = new(
        ChromiumProgram.Find() ?? throw new InvalidOperationException(ChromiumProgram.Missing),
        ChromiumPrinter.DefaultLimit);

    private readonly EditionRenderer _renderer = new(new TemplateShelf(new OwnTemplateEngine(), folder: null));

    public Task<PrintedPack> Print(Edition edition) =>
        _printer.PrintAsync(new PackToPrint(edition, _renderer.RenderPack(edition, new RenderOptions { HasPack = true }).Html), CancellationToken.None);

    public ValueTask DisposeAsync() => _printer.DisposeAsync();
}
