using System.Collections.Immutable;

namespace Briefing.Worker.Printing;

/// <param name="Pdf">The same bytes for the same pack.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Faults">What a person must know although there is a pack: a link removed, a picture not fetched. One line each.</param>
public sealed record PrintedPack(byte[] Pdf, int Pages, ImmutableArray<string> Faults);
