namespace Briefing.Worker.Printing;

/// <summary>The border to whatever makes paper of an edition.</summary>
/// <remarks>
/// One printer prints one pack after another and keeps what it has started until it is disposed of. The same pack is the
/// same bytes, from whichever printer of the same kind and version.
/// </remarks>
public interface IPdfPrinter : IAsyncDisposable
{
    /// <exception cref="PrintingFailedException">No pack could be made; the message says why in words for an operator.</exception>
    Task<PrintedPack> PrintAsync(PackToPrint pack, CancellationToken cancellation);
}
