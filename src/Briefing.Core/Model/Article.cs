using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Model;

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
    public string? QuotedAgency { get; init; }

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

/// <summary>When an article was published: always a day, an instant only where the page gives time and zone.</summary>
public sealed record Publication(LocalDate Date, Instant? At = null)
{
    /// <summary>ISO 8601: the instant where it is known, else the day.</summary>
    public override string ToString() =>
        At is { } at
            ? NodaTime.Text.InstantPattern.General.Format(at)
            : NodaTime.Text.LocalDatePattern.Iso.Format(Date);
}

/// <summary>A notice that a machine wrote it, as printed.</summary>
public sealed record MachineWriting(MachineWritingScope Scope, string Notice);

public enum MachineWritingScope
{
    /// <summary>The notice speaks of the article itself.</summary>
    Article,

    /// <summary>The notice stands elsewhere on the page, by another text, a picture, a voice that reads the article out or its comments.</summary>
    Page,
}
