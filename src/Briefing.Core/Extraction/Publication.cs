using NodaTime;

namespace Briefing.Core.Extraction;

/// <summary>When an article was published: always a day, an instant only where the page gives time and zone.</summary>
public sealed record Publication(LocalDate Date, Instant? At = null)
{
    /// <summary>ISO 8601: the instant where it is known, else the day.</summary>
    public override string ToString() =>
        At is { } at
            ? NodaTime.Text.InstantPattern.General.Format(at)
            : NodaTime.Text.LocalDatePattern.Iso.Format(Date);
}
