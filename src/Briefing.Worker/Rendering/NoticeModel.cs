namespace Briefing.Worker.Rendering;

/// <summary>What the notices' templates see: cleaned texts, safe addresses. templates/README.md describes each member.</summary>
internal sealed record NoticeModel
{
    private const int LongestText = 600;
    private const int MostFacts = 40;

    /// <summary>BCP 47.</summary>
    public string Language { get; init; } = "en";
    public required string Subject { get; init; }
    public required string Masthead { get; init; }
    public required string Title { get; init; }
    public required string Preheader { get; init; }
    public required IReadOnlyList<string> Paragraphs { get; init; }
    public required IReadOnlyList<NoticeFact> Facts { get; init; }

    /// <summary>How many facts are not shown.</summary>
    public required int FactsLeftOut { get; init; }

    /// <summary>Null together with <see cref="ActionUrl"/>.</summary>
    public required string? ActionLabel { get; init; }
    public required string? ActionUrl { get; init; }
    public required IReadOnlyList<string> SmallPrint { get; init; }

    /// <exception cref="ArgumentException">The action's address may not stand in a link.</exception>
    public static NoticeModel Of(Notice notice)
    {
        var url = notice.Action is { } action
            ? SafeAddress.Of(action.Url) ?? throw new ArgumentException("A notice's link is http, https or mailto.", nameof(notice))
            : null;
        return new NoticeModel
        {
            Subject = DisplayText.Label(notice.Subject),
            Masthead = DisplayText.Label(notice.Masthead),
            Title = DisplayText.Label(notice.Title),
            Preheader = DisplayText.Label(notice.Preheader),
            Paragraphs = [.. notice.Paragraphs.Select(Short)],
            Facts = [.. notice.Facts.Take(MostFacts).Select(fact => new NoticeFact(DisplayText.LabelOrNull(fact.Label), fact.Text is null ? null : Short(fact.Text)))],
            FactsLeftOut = Math.Max(0, notice.Facts.Count - MostFacts),
            ActionLabel = notice.Action is null ? null : DisplayText.Label(notice.Action.Label),
            ActionUrl = url,
            SmallPrint = [.. notice.SmallPrint.Select(Short)],
        };
    }

    private static string Short(string text) => DisplayText.Shorten(DisplayText.Clean(text), LongestText);
}
