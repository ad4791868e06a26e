using System.Collections.Immutable;

namespace Briefing.Core.Editions.Comparison;

/// <summary>What changed from one edition to another, of one day or of two. Plain data, as <c>briefing diff --json</c> prints it.</summary>
public sealed record EditionComparison
{
    public required ComparedEdition From { get; init; }

    public required ComparedEdition To { get; init; }

    /// <summary>Statements of the second that the first does not make in any wording.</summary>
    public required ImmutableArray<ComparedClaim> Added { get; init; }

    /// <summary>Statements of the first that the second no longer makes.</summary>
    public required ImmutableArray<ComparedClaim> Gone { get; init; }

    public required ImmutableArray<ChangedClaim> Changed { get; init; }

    /// <summary>Stories of the second of which the first tells nothing.</summary>
    public required ImmutableArray<ComparedStory> StoriesAdded { get; init; }

    /// <summary>Stories of the first of which the second tells nothing.</summary>
    public required ImmutableArray<ComparedStory> StoriesGone { get; init; }

    /// <summary>Stories of the first whose statements stand in two or more of the second.</summary>
    public required ImmutableArray<SplitStory> Split { get; init; }

    /// <summary>Stories of the second whose statements stood in two or more of the first.</summary>
    public required ImmutableArray<JoinedStory> Joined { get; init; }

    public bool IsEmpty => Added.IsEmpty && Gone.IsEmpty && Changed.IsEmpty && StoriesAdded.IsEmpty && StoriesGone.IsEmpty && Split.IsEmpty && Joined.IsEmpty;
}

public sealed record ComparedEdition(string Entry, string Date, int Version);

/// <param name="Story">The id of its story, also where it stands in an angle.</param>
public sealed record ComparedClaim(string Id, string Story, string Text);

/// <param name="Kind">"wording": it says the same in other words; "fuller": all of it and more; "fact": another figure, date, name or strength.</param>
public sealed record ChangedClaim(string Kind, ComparedClaim From, ComparedClaim To);

public sealed record ComparedStory(string Id, string Headline);

public sealed record SplitStory(ComparedStory From, ImmutableArray<ComparedStory> To);

public sealed record JoinedStory(ImmutableArray<ComparedStory> From, ComparedStory To);
