using System.Collections.Immutable;

namespace Briefing.Core.Model;

/// <summary>
/// One morning's briefing for one schedule entry, exactly as edition.json carries it: plain data without references,
/// so that what was stored is what is rendered. Ids: documents d1…, articles a1…; spans as in the documents' text.
/// </summary>
public sealed record Edition
{
    public const string CurrentSchema = "edition/1";

    public string Schema { get; init; } = CurrentSchema;
    public required string Entry { get; init; }

    /// <summary>ISO 8601 day in <see cref="TimeZone"/>.</summary>
    public required string Date { get; init; }
    public int Version { get; init; } = 1;
    public string? Marking { get; init; }
    public bool Late { get; init; }
    public required string Title { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    /// <summary>ISO 8601 instant, UTC.</summary>
    public required string GeneratedAt { get; init; }
    public required ImmutableArray<Section> Sections { get; init; }
    public required ImmutableArray<EditionArticle> Articles { get; init; }
    public required ImmutableArray<EditionDocument> Documents { get; init; }
    public required ImmutableArray<EditionDrop> Dropped { get; init; }
    public required ImmutableArray<EditionSource> Sources { get; init; }
}

/// <summary>A topic's stories in order.</summary>
public sealed record Section(string Topic, string Title, ImmutableArray<SectionStory> Stories);

/// <summary>A story, or an angle of one, as it stands in a section.</summary>
public sealed record SectionStory
{
    public required string Id { get; init; }
    public required string Headline { get; init; }

    /// <summary>The id of the story whose angle this is; null at the story's home section.</summary>
    public string? AngleOf { get; init; }
    public NewsStatus Status { get; init; }

    /// <summary>Ids of the articles that report it.</summary>
    public required ImmutableArray<string> Articles { get; init; }

    /// <summary>Known, different origins.</summary>
    public required int Origins { get; init; }

    /// <summary>Accounts that name nobody. They corroborate nothing.</summary>
    public required int Unattributed { get; init; }

    /// <summary>Publications that carry it; a document that names none counts as one of its own.</summary>
    public required int Outlets { get; init; }
    public required ImmutableArray<EditionClaim> Claims { get; init; }
    public required ImmutableArray<EditionDifference> Differences { get; init; }
}

public enum NewsStatus
{
    New,
    Updated,
    Continuing,
}

public sealed record EditionClaim
{
    public required string Id { get; init; }

    /// <summary>Verbatim.</summary>
    public required string Text { get; init; }
    public NewsStatus Status { get; init; }

    /// <summary>The id of the earlier claim that this one changes, in a figure, a date, a name or in strength, or by adding to it.</summary>
    public string? Updates { get; init; }

    /// <summary>What that earlier claim said, verbatim; null where this one changes none.</summary>
    public string? UpdatesText { get; init; }

    /// <summary>ISO 8601 day of the first edition that told it, in whatever wording; null in editions made before that was kept.</summary>
    public string? FirstSeen { get; init; }
    public required int Origins { get; init; }
    public required int Unattributed { get; init; }
    public required bool Quote { get; init; }
    public string? Speaker { get; init; }

    /// <summary>The span of the first is <see cref="Text"/> to the character.</summary>
    public required ImmutableArray<EditionAttribution> Attributions { get; init; }
}

public sealed record EditionAttribution(string Article, int Start, int End, bool Exact);

/// <param name="About">date, figure, name or strength.</param>
public sealed record EditionDifference(string About, ImmutableArray<EditionVariant> Variants);

public sealed record EditionVariant(string Text, string? Note, ImmutableArray<string> Claims, ImmutableArray<string> Articles);

public sealed record EditionArticle
{
    public required string Id { get; init; }
    public required string Document { get; init; }
    public required string Headline { get; init; }
    public string? Outlet { get; init; }
    public string? Url { get; init; }
    public string? Agency { get; init; }
    public string? Byline { get; init; }
    public string? Origin { get; init; }

    /// <summary>byline, told, same-text or outlet; null when the account is unattributed.</summary>
    public string? OriginBasis { get; init; }

    /// <summary>ISO 8601: an instant, or a day where the page gives no time.</summary>
    public string? Published { get; init; }
    public required string Language { get; init; }
    public EditionMachineWriting? MachineWritten { get; init; }
    public string? ReprintOf { get; init; }
    public required int Start { get; init; }
    public required int End { get; init; }
}

/// <param name="Scope">article or page.</param>
public sealed record EditionMachineWriting(string Scope, string Text);

public sealed record EditionDocument(string Id, string Name, string Sha256);

/// <param name="Text">The first 120 characters.</param>
public sealed record EditionDrop(string Document, int Start, int End, string Reason, string Text);

/// <param name="Status">ok, late, failed or empty.</param>
public sealed record EditionSource(string Id, string Status, string Detail);
