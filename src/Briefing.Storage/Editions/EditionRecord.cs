using Briefing.Core.Scheduling;
using NodaTime;

namespace Briefing.Storage.Editions;

/// <summary>One version of one day's edition of an entry, as the database knows it; its content is read separately.</summary>
/// <param name="Window">Which documents are its own, by the instant they were first read; null where they were given on the command line.</param>
/// <param name="DueAt">When it is handed over; null for one made by hand.</param>
/// <param name="MadeAt">Null until it is made.</param>
/// <param name="ContentSha256">Of edition.json but for version and instant; null until it is made.</param>
public sealed record EditionRecord(
    long Id,
    string Entry,
    LocalDate Date,
    int Version,
    EditionState State,
    bool Late,
    EditionWindow? Window,
    Instant? DueAt,
    string InputsSha256,
    Instant FrozenAt,
    Instant? MadeAt,
    string? TemplatesSha256,
    string? ContentSha256)
{
    public bool IsMade => State >= EditionState.Made;

    public override string ToString() => $"{Entry} {Date:uuuu-MM-dd}@{Version}";
}
