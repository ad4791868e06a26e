using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Novelty;

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

/// <summary>What every printer is given, so that it can take what it needs.</summary>
/// <param name="Edition">
/// The edition itself: an engine with a layout language of its own builds its pages from it; every engine takes the
/// document's properties from it.
/// </param>
/// <param name="Html">
/// pack.html as rendered, complete in itself (styles inside, nothing fetched). An element whose whole content is to be the
/// page number of another carries <c>data-page-of="ID"</c> and is empty; something must link to <c>#ID</c>.
/// </param>
/// <param name="Correction">What an edition that takes another's place says of it on its first page; pack.html has it already.</param>
public sealed record PackToPrint(Edition Edition, string Html, Correction? Correction = null);

/// <param name="Pdf">The same bytes for the same pack.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Faults">What a person must know although there is a pack: a link removed, a picture not fetched. One line each.</param>
public sealed record PrintedPack(byte[] Pdf, int Pages, ImmutableArray<string> Faults);

/// <summary>There is no pack, and the message says why in words for an operator. HTML and text do not depend on it.</summary>
public sealed class PrintingFailedException : Exception
{
    public PrintingFailedException(string message)
        : base(message)
    {
    }

    public PrintingFailedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
