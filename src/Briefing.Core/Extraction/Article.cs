using System.Collections.Immutable;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

/// <summary>One news article found in a document.</summary>
public sealed record Article
{
    /// <summary>Unique within one run: a1, a2, … in document order.</summary>
    public required string Id { get; init; }

    public required Document Document { get; init; }

    /// <summary>From the headline to the last passage.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>As printed; the first sentence where the document prints none.</summary>
    public required string Headline { get; init; }

    /// <summary>Where the headline stands; null where the document prints none.</summary>
    public TextSpan? HeadlineSpan { get; init; }

    /// <summary>The publication that carries it; null when neither page nor byline names one.</summary>
    public string? Outlet { get; init; }

    /// <summary>People or bodies named as authors, as printed; null when there is no byline.</summary>
    public string? Byline { get; init; }

    /// <summary>The agency credited in the byline or a credit line ("AFP"); null when none is. A photograph's credit is none.</summary>
    public string? Agency { get; init; }

    /// <summary>An agency that sources of the text spoke to ("told AFP"); null when none is named.</summary>
    public string? ToldAgency { get; init; }

    /// <summary>"TOKYO", "BRUSSELS"; null when the text opens without one.</summary>
    public string? Dateline { get; init; }

    public Publication? Published { get; init; }

    /// <summary>ISO 639-1 code.</summary>
    public required string Language { get; init; }

    public MachineWriting? MachineWritten { get; init; }

    /// <summary>In reading order; the headline and captions are not among them.</summary>
    public required ImmutableArray<Passage> Passages { get; init; }

    /// <summary>The passages' texts joined by line feeds.</summary>
    public string Text => string.Join('\n', Passages.Select(passage => passage.Text));
}
