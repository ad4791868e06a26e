using Briefing.Core.Model;
using Briefing.Core.Novelty;

namespace Briefing.Worker.Printing;

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
