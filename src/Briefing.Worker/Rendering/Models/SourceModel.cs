namespace Briefing.Worker.Rendering.Models;

/// <summary>A source in full: one article.</summary>
internal sealed record SourceModel
{
    public required int Number { get; init; }
    public required string Anchor { get; init; }

    /// <summary>The outlet; where it is not named the address's host, else "Outlet not named".</summary>
    public required string Outlet { get; init; }
    public required string? Agency { get; init; }

    /// <summary>Origin: AFP (byline). Null where the account names nobody.</summary>
    public required string? OriginText { get; init; }
    public required string? Byline { get; init; }
    public required string Headline { get; init; }

    /// <summary>In the edition's time zone; null where the page gives none.</summary>
    public required string? Published { get; init; }

    /// <summary>http, https or mailto only; null where there is none or it is none of these.</summary>
    public required string? Url { get; init; }

    /// <summary>The address to be read; not a link.</summary>
    public required string? UrlText { get; init; }

    /// <summary>Host and path alone, shortened: the words of a link whose address is <see cref="Url"/>.</summary>
    public required string? UrlShort { get; init; }

    /// <summary>The document's name.</summary>
    public required string Document { get; init; }

    /// <summary>Machine-written, or: Machine-written text on the page. Null for people's work.</summary>
    public required string? MachineWrittenLabel { get; init; }

    /// <summary>The notice as printed there.</summary>
    public required string? MachineWrittenNotice { get; init; }

    /// <summary>The source whose wording this one repeats.</summary>
    public required int? ReprintOf { get; init; }
}

/// <summary>Which sources were read, and which were not.</summary>
internal sealed record CoverageModel
{
    /// <summary>12 sources read; 1 late, 2 failed.</summary>
    public required string Text { get; init; }

    /// <summary>Failed, late and empty ones, in that order.</summary>
    public required IReadOnlyList<CoverageLine> Faults { get; init; }
    public int FaultsLeftOut { get; init; }

    /// <summary>All that were read.</summary>
    public required IReadOnlyList<CoverageLine> Read { get; init; }
    public int ReadLeftOut { get; init; }
}

/// <param name="StatusLabel">Failed, Late, Empty or Read.</param>
/// <param name="Detail">Empty where there is nothing to say.</param>
internal sealed record CoverageLine(string Name, string Status, string StatusLabel, string Detail);

/// <summary>Text left out for one reason.</summary>
internal sealed record DropModel(string Reason, string Label, int Count);
