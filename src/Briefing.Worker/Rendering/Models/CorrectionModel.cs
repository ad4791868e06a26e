using Briefing.Core.Novelty;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering.Models;

/// <summary>What is other in this edition than in the one that was sent.</summary>
internal sealed record CorrectionModel
{
    /// <summary>This replaces the edition sent at 06:30 GMT on 10 March 2026.</summary>
    public required string Replaces { get; init; }

    /// <summary>Layout only: no statement has changed. Null where there are <see cref="Lines"/>.</summary>
    public required string? Unchanged { get; init; }

    /// <summary>What weighs most comes first.</summary>
    public required IReadOnlyList<CorrectionLine> Lines { get; init; }

    /// <summary>How many changes besides.</summary>
    public required int More { get; init; }
}

/// <param name="Label">Corrected, Taken out, Added.</param>
/// <param name="Text">As it is now; where it is gone, as it was. Shortened.</param>
/// <param name="Before">What stood in its place; null where nothing did.</param>
internal sealed record CorrectionLine(string Label, string Text, string? Before);

/// <summary>Puts what changed into words for a reader.</summary>
internal static class CorrectionModels
{
    private const int MaxLines = 8;

    /// <summary>Characters of a statement or headline: enough to know it by.</summary>
    private const int LongestText = 160;

    /// <summary>The same of a statement that stands for itself: a near twin may differ in its last words only.</summary>
    private const int LongestStatement = 320;

    /// <param name="ofSelection">Whether the reader gets some topics only.</param>
    public static CorrectionModel Of(Correction correction, EditionDates dates, bool ofSelection)
    {
        var lines = correction.Changes.Take(MaxLines).Select(Line).ToList();
        return new CorrectionModel
        {
            Replaces = correction.SentAt is { } sent
                ? $"This replaces the edition sent at {dates.Moment(sent)}."
                : $"This replaces version {correction.Replaces} of this edition.",
            Unchanged = lines.Count > 0 ? null : ofSelection ? "Nothing under the topics of your selection has changed." : "Layout only: no statement has changed.",
            Lines = lines,
            More = correction.Changes.Length - lines.Count,
        };
    }

    private static CorrectionLine Line(CorrectionChange change) => change.Kind switch
    {
        CorrectionKind.Marking => new("Marking", Short(change.Now ?? "none"), Short(change.Before ?? "none")),
        CorrectionKind.Fact => Reworded("Corrected", change),
        CorrectionKind.TakenOut => new("Taken out", Short(change.Before, LongestStatement), Before: null),
        CorrectionKind.StoryGone => new("Story taken out", Short(change.Before), Before: null),
        CorrectionKind.Speaker => new("Speaker", $"{Short(change.Now ?? "not named")}: {Short(change.Of)}", Short(change.Before ?? "not named")),
        CorrectionKind.Added => new("Added", Short(change.Now, LongestStatement), Before: null),
        CorrectionKind.StoryNew => new("New story", Short(change.Now), Before: null),
        CorrectionKind.Fuller => Reworded("Told more fully", change),
        CorrectionKind.Wording => Reworded("Worded otherwise", change),
        CorrectionKind.Headline when change.Before is null => new("New heading", Short(change.Now), Before: null),
        CorrectionKind.Headline when change.Now is null => new("Heading taken out", Short(change.Before), Before: null),
        CorrectionKind.Headline => Reworded("Headline", change),
        CorrectionKind.Moved => new("Moved", $"{Short(change.Of)} now stands under {Short(change.Now)}", $"under {Short(change.Before)}"),
        CorrectionKind.Difference => new("Differing accounts", Short(change.Of), Before: null),
        CorrectionKind.Sources => new("Sources changed", Short(change.Of), Before: null),
        CorrectionKind.Coverage => new("Coverage", "what was read, or could not be, has changed", Before: null),
        _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "There are no words for it."),
    };

    private static CorrectionLine Reworded(string label, CorrectionChange change)
    {
        var (before, now) = ChangedPassage.Of(DisplayText.Clean(change.Before!), DisplayText.Clean(change.Now!), LongestText);
        return new CorrectionLine(label, now, before);
    }

    private static string Short(string? text, int longest = LongestText) => DisplayText.Shorten(DisplayText.Clean(text ?? ""), longest);
}

/// <summary>Two wordings shortened so that what differs between them is still seen.</summary>
internal static class ChangedPassage
{
    /// <summary>Both begin at the same word: the first, or where the wordings part late, one before that.</summary>
    public static (string Before, string Now) Of(string before, string now, int longest)
    {
        var same = before.AsSpan().CommonPrefixLength(now);
        if (Math.Max(before.Length, now.Length) <= longest || same < longest / 2)
            return (DisplayText.Shorten(before, longest), DisplayText.Shorten(now, longest));
        var start = StartOf(now, same - (longest / 3));
        return (DisplayText.Shorten("…" + before[start..], longest), DisplayText.Shorten("…" + now[start..], longest));
    }

    // The next word's beginning, where one is near: some scripts have no spaces.
    private static int StartOf(string text, int from)
    {
        var space = text.IndexOf(' ', from, Math.Min(DisplayText.LongestWord, text.Length - from));
        if (space >= 0)
            return space + 1;
        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }
}
