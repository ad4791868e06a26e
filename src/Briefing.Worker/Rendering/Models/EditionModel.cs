using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering.Models;

/// <summary>
/// What templates see: an edition with everything worked out that a page prints, so that a template only places it.
/// All texts are cleaned for display (<see cref="DisplayText"/>), not encoded: encoding is the template engine's.
/// Templates name members in snake case (<c>date_long</c>); templates/README.md describes each of them.
/// </summary>
internal sealed record EditionModel
{
    public required string Title { get; init; }
    public required string? Marking { get; init; }

    /// <summary>BCP 47; of the words that templates print around the articles' own.</summary>
    public string Language { get; init; } = "en";
    public required string Entry { get; init; }

    /// <summary>2026-02-02.</summary>
    public required string Date { get; init; }

    /// <summary>Monday 2 February 2026.</summary>
    public required string DateLong { get; init; }

    /// <summary>06:30 GMT on 2 February 2026.</summary>
    public required string MadeAt { get; init; }
    public required int Version { get; init; }
    public required bool Late { get; init; }
    public required string Subject { get; init; }
    public required string Preheader { get; init; }

    /// <summary>5 stories under 3 topics, from 12 documents.</summary>
    public required string Summary { get; init; }

    /// <summary>Null for an edition that takes no other's place.</summary>
    public required CorrectionModel? Correction { get; init; }

    /// <summary>UK–Japan, China trip: the topics that were chosen. Null where all are reported.</summary>
    public required string? Selection { get; init; }
    public required bool NothingToReport { get; init; }

    /// <summary>Nothing to report under any topic. Without a full stop.</summary>
    public required string NothingText { get; init; }

    /// <summary>One entry for every story that is reported or listed, in the order of reading.</summary>
    public required IReadOnlyList<StoryModel> Glance { get; init; }

    /// <summary>
    /// What the last edition did not have: every new story, and a few statements of each other one, what has changed before what was
    /// added. Empty where there was no last edition, or where all of it is new.
    /// </summary>
    public required IReadOnlyList<NewsModel> News { get; init; }

    /// <summary>How many statements besides are marked where they stand.</summary>
    public required int NewsMore { get; init; }
    public required IReadOnlyList<SectionModel> Sections { get; init; }

    /// <summary>In the order of their numbers: the articles that the printed stories cite or are reported by.</summary>
    public required IReadOnlyList<SourceModel> Sources { get; init; }

    /// <summary>How many numbered sources only the full edition lists.</summary>
    public int SourcesLeftOut { get; init; }

    /// <summary>How many articles were read of which no story is reported.</summary>
    public required int UnusedArticles { get; init; }
    public required CoverageModel Coverage { get; init; }
    public required IReadOnlyList<DropModel> Drops { get; init; }
    public required int DropsTotal { get; init; }

    /// <summary>Whether stories were shortened to a line, or left out, to keep the mail small.</summary>
    public bool Shortened => InLine + Unlisted > 0;

    /// <summary>How many stories stand as one line only.</summary>
    public int InLine { get; init; }

    /// <summary>How many stories are not even listed.</summary>
    public int Unlisted { get; init; }

    /// <summary>Where the rest is to be found: "in the pack" or "in the full edition".</summary>
    public required string FullEditionPlace { get; init; }

    /// <summary>The pack is attached. Or, before a link: The pack (9.4 MB) is too large to attach. Null without one.</summary>
    public required string? PackText { get; init; }

    /// <summary>Null where the pack is attached, or there is none.</summary>
    public required string? PackUrl { get; init; }

    /// <summary>What <c>date.now</c> gives: when the edition was made, in UTC. No template sees it otherwise.</summary>
    internal DateTimeOffset? Instant { get; init; }

    /// <summary>Null without a delivery, or where subscribers are not greeted.</summary>
    public required string? Greeting { get; init; }

    /// <summary>The list by which the reader gets this; null without a delivery.</summary>
    public required string? ListTitle { get; init; }

    /// <summary>Null hides the link: without a delivery there is no one to unsubscribe.</summary>
    public required string? UnsubscribeUrl { get; init; }

    /// <summary>Null hides the link.</summary>
    public required string? PreferencesUrl { get; init; }

    /// <summary>The edition's page in the archive; null without one.</summary>
    public required string? ArchiveUrl { get; init; }
}

/// <summary>A topic's stories.</summary>
internal sealed record SectionModel
{
    public required int Number { get; init; }
    public required string Anchor { get; init; }
    public required string Title { get; init; }

    /// <summary>Whether the topic has no story at all today.</summary>
    public required bool Empty { get; init; }

    /// <summary>Those printed in full.</summary>
    public required IReadOnlyList<StoryModel> Stories { get; init; }

    /// <summary>Those shortened to a line.</summary>
    public IReadOnlyList<StoryModel> Lines { get; init; } = [];

    /// <summary>How many more the full edition has.</summary>
    public int More { get; init; }

    /// <summary>How many are not printed in full here: <see cref="Lines"/> and <see cref="More"/>.</summary>
    public int Shortened => Lines.Count + More;
}

/// <summary>Something the last edition did not have.</summary>
/// <param name="Label">New story, New or Changed.</param>
/// <param name="Text">The story's headline or the statement.</param>
/// <param name="Anchor">Of the story or statement.</param>
internal sealed record NewsModel(string Label, string Text, string Anchor, StoryModel Story);
