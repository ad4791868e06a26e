using System.Collections.Immutable;
using Briefing.Core.Assembly;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Novelty;

/// <summary>What the readers of an edition that was sent must know of the one that takes its place.</summary>
/// <param name="Replaces">The version that was sent.</param>
/// <param name="SentAt">Null where that is not known.</param>
/// <param name="Changes">What weighs most comes first. Empty: the same is said from the same sources, so that only its looks differ.</param>
public sealed record Correction(int Replaces, Instant? SentAt, ImmutableArray<CorrectionChange> Changes)
{
    /// <summary>For a choice of topics, give the selections of both (<see cref="EditionSelection"/>): nobody learns of what they do not get.</summary>
    /// <exception cref="InvalidDataException">One of the editions contradicts itself.</exception>
    public static Correction Of(Edition sent, Edition now, Instant? sentAt)
    {
        List<CorrectionChange> changes =
        [
            .. Marking(sent, now),
            .. Statements(EditionComparer.Compare(sent, now)),
            .. StoryChanges.Changes(sent, now),
            .. Entailment(sent, now),
        ];
        return new Correction(sent.Version, sentAt, [.. changes.OrderBy(change => change.Kind)]);
    }

    private static IEnumerable<CorrectionChange> Marking(Edition sent, Edition now) =>
        sent.Marking == now.Marking ? [] : [new CorrectionChange(CorrectionKind.Marking, sent.Marking, now.Marking)];

    // A story that is new, or gone, is reported as a whole.
    private static IEnumerable<CorrectionChange> Statements(EditionComparison comparison)
    {
        var added = comparison.StoriesAdded.Select(story => story.Id).ToHashSet(StringComparer.Ordinal);
        var gone = comparison.StoriesGone.Select(story => story.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. comparison.Changed.Select(changed => new CorrectionChange(KindOf(changed.Kind), changed.From.Text, changed.To.Text)),
            .. comparison.Gone.Where(claim => !gone.Contains(claim.Story)).Select(claim => new CorrectionChange(CorrectionKind.TakenOut, claim.Text, Now: null)),
            .. comparison.Added.Where(claim => !added.Contains(claim.Story)).Select(claim => new CorrectionChange(CorrectionKind.Added, Before: null, claim.Text)),
            .. comparison.StoriesGone.Select(story => new CorrectionChange(CorrectionKind.StoryGone, story.Headline, Now: null)),
            .. comparison.StoriesAdded.Select(story => new CorrectionChange(CorrectionKind.StoryNew, Before: null, story.Headline)),
        ];
    }

    private static CorrectionKind KindOf(string changed) => changed switch
    {
        "fact" => CorrectionKind.Fact,
        "fuller" => CorrectionKind.Fuller,
        _ => CorrectionKind.Wording,
    };

    private static IEnumerable<CorrectionChange> Entailment(Edition sent, Edition now) =>
        sent.Sources.SequenceEqual(now.Sources) ? [] : [new CorrectionChange(CorrectionKind.Coverage, Before: null, Now: null)];
}

/// <summary>In the order of their weight.</summary>
public enum CorrectionKind
{
    Marking,

    /// <summary>Another figure, date, name or strength.</summary>
    Fact,
    TakenOut,
    StoryGone,

    /// <summary>The same words in another mouth.</summary>
    Speaker,
    Added,
    StoryNew,
    Fuller,
    Wording,
    Headline,

    /// <summary>To another topic.</summary>
    Moved,

    /// <summary>What accounts disagree on.</summary>
    Difference,
    Sources,
    Coverage,
}

/// <param name="Before">Verbatim; null for what was not there.</param>
/// <param name="Now">Verbatim; null for what is not there any more.</param>
/// <param name="Of">Whose speaker, topic, differences or sources changed: the statement's or the headline's words; null for other kinds.</param>
public sealed record CorrectionChange(CorrectionKind Kind, string? Before, string? Now, string? Of = null);
