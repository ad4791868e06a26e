using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Model;

/// <summary>Everything that decides an edition besides its documents.</summary>
public sealed record EditionPlan
{
    /// <summary>The schedule entry's name.</summary>
    public required string Entry { get; init; }

    /// <summary>The morning it is for, in <see cref="TimeZone"/>.</summary>
    public required LocalDate Date { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>Whether it is made after its time.</summary>
    public bool Late { get; init; }

    public required string Title { get; init; }

    /// <summary>A protective marking ("OFFICIAL"); null for none.</summary>
    public string? Marking { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 639-1 code; articles in other languages are dropped with that reason.</summary>
    public string Language { get; init; } = "en";

    public required Instant GeneratedAt { get; init; }

    /// <summary>In the order of the sections.</summary>
    public required ImmutableArray<Topic> Topics { get; init; }

    /// <summary>Whether statements of no topic stand in a last section "Also reported"; else they are dropped with that reason.</summary>
    public bool AlsoReported { get; init; } = true;

    /// <summary>Stories printed in a section; the rest is dropped with the reason "limit". At least 1.</summary>
    public int StoriesPerSection { get; init; } = 20;

    /// <summary>Statements that a story shows in one section; the rest is dropped with the reason "limit". At least 1.</summary>
    public int ClaimsPerStory { get; init; } = 60;

    /// <summary>How each source fared, as read.</summary>
    public ImmutableArray<EditionSource> Sources { get; init; } = [];
}
