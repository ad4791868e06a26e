namespace Briefing.Worker.Rendering;

/// <summary>What surrounds an edition when it is rendered.</summary>
internal sealed record RenderOptions
{
    /// <summary>Whether a printed pack goes with the mail; a shortened mail then refers to it.</summary>
    public bool HasPack { get; init; }

    /// <summary>http, https or mailto. A delivery gives <see cref="Mailing.Messages.Placeholders.Unsubscribe"/>; null hides the link.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>The line above all else. A delivery gives <see cref="Mailing.Messages.Placeholders.Greeting"/>; null for none.</summary>
    public string? Greeting { get; init; }

    /// <summary>The edition's page in the archive; null without one.</summary>
    public string? ArchiveUrl { get; init; }

    /// <summary>Bytes of mail HTML. Gmail clips at about 102,000; what a delivery fills in must fit as well.</summary>
    public int MostMailBytes { get; init; } = 90_000;
}
