using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering.Models;

/// <summary>What the notices' templates see: cleaned texts, safe addresses. templates/README.md describes each member.</summary>
internal sealed record NoticeModel
{
    private const int LongestText = 600;
    private const int MaxFacts = 40;

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
            Facts = [.. notice.Facts.Take(MaxFacts).Select(fact => new NoticeFact(DisplayText.LabelOrNull(fact.Label), fact.Text is null ? null : Short(fact.Text)))],
            FactsLeftOut = Math.Max(0, notice.Facts.Count - MaxFacts),
            ActionLabel = notice.Action is null ? null : DisplayText.Label(notice.Action.Label),
            ActionUrl = url,
            SmallPrint = [.. notice.SmallPrint.Select(Short)],
        };
    }

    private static string Short(string text) => DisplayText.Shorten(DisplayText.Clean(text), LongestText);
}

/// <summary>A message to one person without an edition. Texts as they are: they are cleaned and encoded where they are printed.</summary>
internal sealed record Notice
{
    public required string Subject { get; init; }

    /// <summary>The line above the title: who writes, or what kind of notice it is.</summary>
    public required string Masthead { get; init; }

    public required string Title { get; init; }

    /// <summary>For the line that mail programs show beside the subject.</summary>
    public required string Preheader { get; init; }

    public IReadOnlyList<string> Paragraphs { get; init; } = [];

    public IReadOnlyList<NoticeFact> Facts { get; init; } = [];

    /// <summary>What the reader is asked to do; null where nothing is.</summary>
    public NoticeAction? Action { get; init; }

    public IReadOnlyList<string> SmallPrint { get; init; } = [];

    /// <summary>Asks whether whoever was signed up wants to be.</summary>
    /// <param name="lists">Each list's title, with what comes and when as its text (each working day at 06:30, London time); null where that is not told.</param>
    /// <param name="confirmUrl">http or https.</param>
    /// <param name="validUntil">In words: 10:15 GMT on 17 March 2026.</param>
    /// <param name="title">Of the service, as its editions have it.</param>
    public static Notice Confirmation(IReadOnlyList<NoticeFact> lists, string confirmUrl, string validUntil, string title)
    {
        var names = Phrases.List([.. lists.Select(list => $"“{list.Label}”")]);
        return new Notice
        {
            Subject = $"Please confirm that you want {names}",
            Masthead = title,
            Title = $"Please confirm that you want {names}",
            Preheader = "One step is left: nothing is sent until you confirm.",
            Paragraphs = ["Somebody, most likely you, asked for this to be sent to your address:"],
            Facts = lists,
            Action = new NoticeAction("Yes, send it to me", confirmUrl),
            SmallPrint =
            [
                $"The link is valid until {validUntil}.",
                "If you did not ask for this, do nothing: you will get nothing.",
                "Every mail has a link by which you can stop it.",
            ],
        };
    }

    /// <summary>Tells the operators what a person must see. No news text, and no subscriber's address.</summary>
    public static Notice Alert(string title, IReadOnlyList<string> lines) => new()
    {
        Subject = $"Alert: {title}",
        Masthead = "Alert",
        Title = title,
        Preheader = lines.Count > 0 ? lines[0] : "A person must look at this.",
        Facts = [.. lines.Select(line => new NoticeFact(Label: null, line))],
        SmallPrint = ["Sent to the operators of this briefing. The log has more; “briefing status” tells how things stand."],
    };
}

/// <param name="Label">Null for a text without one.</param>
/// <param name="Text">Null where the label says it all.</param>
internal sealed record NoticeFact(string? Label, string? Text);

/// <param name="Label">What the link says.</param>
internal sealed record NoticeAction(string Label, string Url);
