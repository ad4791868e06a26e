namespace Briefing.Worker.Rendering.Models;

/// <summary>A story, or an angle of one, in its section.</summary>
internal sealed record StoryModel
{
    /// <summary>Section and place: 2.1.</summary>
    public required string Number { get; init; }
    public required string Anchor { get; init; }
    public required string Headline { get; init; }

    /// <summary>At most <see cref="EditionModelBuilder.ShortHeadline"/> characters, for lists.</summary>
    public required string HeadlineShort { get; init; }

    /// <summary>0 is reported first: by place in the section, then by the section's place.</summary>
    public required int Rank { get; init; }

    /// <summary>new, updated or continuing.</summary>
    public required string Status { get; init; }

    /// <summary>New, Updated or Continuing.</summary>
    public required string StatusLabel { get; init; }

    /// <summary>2 independent origins, 5 outlets.</summary>
    public required string OriginsText { get; init; }

    /// <summary>AFP, Reuters; null where no origin is known.</summary>
    public required string? OriginNames { get; init; }

    /// <summary>2 accounts name no origin; null where all do.</summary>
    public required string? UnattributedText { get; init; }

    /// <summary>1 of 5 sources is machine-written; null where none is.</summary>
    public required string? MachineWrittenText { get; init; }

    /// <summary>The story whose angle this is; null at home.</summary>
    public StoryReference? AngleOf { get; init; }

    /// <summary>Where else this story is reported.</summary>
    public IReadOnlyList<StoryReference> Angles { get; init; } = [];
    public required IReadOnlyList<StatementModel> Statements { get; init; }
    public required IReadOnlyList<DifferenceModel> Differences { get; init; }

    /// <summary>The numbers of all sources that report it, ascending.</summary>
    public required IReadOnlyList<int> SourceNumbers { get; init; }
}

internal sealed record StoryReference(string Headline, string Anchor, string SectionTitle);

/// <summary>A claim as it is printed: verbatim, with markers that lead to its sources.</summary>
internal sealed record StatementModel
{
    /// <summary>From 1 in each story.</summary>
    public required int Number { get; init; }
    public required string Anchor { get; init; }
    public required string Text { get; init; }

    /// <summary>New or Changed in a story that the last edition had; else null.</summary>
    public required string? Mark { get; init; }

    /// <summary>What an earlier edition said in place of a changed statement, shortened; null where that is not known.</summary>
    public string? Before { get; init; }
    public required bool Quote { get; init; }

    /// <summary>Null where the text names no one.</summary>
    public required string? Speaker { get; init; }

    /// <summary>Whether the statement's own words name the speaker.</summary>
    public required bool SpeakerInText { get; init; }
    public required IReadOnlyList<MarkerModel> Markers { get; init; }

    /// <summary>How many markers only the full edition shows.</summary>
    public int MarkersLeftOut { get; init; }

    /// <summary>2 origins, or: no known origin. Null for one origin, which the markers show.</summary>
    public required string? OriginsText { get; init; }

    /// <summary>Whether only texts that a machine wrote say so.</summary>
    public required bool MachineWrittenOnly { get; init; }
}

/// <summary>[3]: leads to source 3.</summary>
/// <param name="Outlet">Who that is, for the link's title.</param>
/// <param name="Exact">Whether the source says it word for word.</param>
internal sealed record MarkerModel(int Number, string Anchor, string Outlet, bool Exact, bool MachineWritten);

/// <summary>Accounts that disagree, side by side.</summary>
/// <param name="AboutLabel">On the date, On a figure, On a name, or On how firm it is.</param>
internal sealed record DifferenceModel(string About, string AboutLabel, IReadOnlyList<VariantModel> Variants);

/// <summary>One of the wordings and who says so.</summary>
/// <param name="Note">How it was read; null where the words say it themselves.</param>
/// <param name="Who">AFP in Arab News and Focus; Kyodo.</param>
internal sealed record VariantModel(
    string Text,
    string? Note,
    string Who,
    IReadOnlyList<MarkerModel> Markers,
    IReadOnlyList<StatementReference> Statements);

internal sealed record StatementReference(int Number, string Anchor);
