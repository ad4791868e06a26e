using NodaTime;

namespace Briefing.Core.Scheduling;

/// <summary>Whose documents an edition has. The windows of an entry tile: each begins where the one made before it ends.</summary>
/// <param name="Start">Excluded: a document of this instant belongs to the edition before.</param>
/// <param name="End">Included.</param>
public readonly record struct EditionWindow(Instant Start, Instant End)
{
    public bool Contains(Instant instant) => Start < instant && instant <= End;
}
