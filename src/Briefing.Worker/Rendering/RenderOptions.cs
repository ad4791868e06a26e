using Briefing.Core.Assembly;
using Briefing.Core.Novelty;

namespace Briefing.Worker.Rendering;

/// <summary>What surrounds an edition when it is rendered.</summary>
internal sealed record RenderOptions
{
    /// <summary>Ids of the topics wanted; empty for all. The edition is cut to them (<see cref="EditionSelection"/>) and says so.</summary>
    public IReadOnlyCollection<string> Topics { get; init; } = [];

    /// <summary>Null for an edition that takes no other's place. With <see cref="Topics"/>, that of both editions' selections.</summary>
    public Correction? Correction { get; init; }

    /// <summary>Whether the printed pack is attached; a shortened mail then refers to it.</summary>
    public bool HasPack { get; init; }

    /// <summary>Where a pack that is too large to attach is to be read, http or https; null where there is none, or it is attached.</summary>
    public string? PackUrl { get; init; }

    /// <summary>Bytes of the pack behind <see cref="PackUrl"/>; null: its size is not told.</summary>
    public long? PackBytes { get; init; }

    /// <summary>The list that the readers are on, for the line that says why they get this; null without one.</summary>
    public string? ListTitle { get; init; }

    /// <summary>http, https or mailto. A delivery gives <see cref="Mailing.Messages.Placeholders.Unsubscribe"/>; null hides the link.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>The page where topics and lists are chosen. A delivery gives <see cref="Mailing.Messages.Placeholders.Preferences"/>; null hides the link.</summary>
    public string? PreferencesUrl { get; init; }

    /// <summary>The line above all else. A delivery gives <see cref="Mailing.Messages.Placeholders.Greeting"/>; null for none.</summary>
    public string? Greeting { get; init; }

    /// <summary>The edition's page in the archive; null without one.</summary>
    public string? ArchiveUrl { get; init; }

    /// <summary>Bytes of mail HTML, filled in. Gmail clips at about 102,000.</summary>
    public int MostMailBytes { get; init; } = 90_000;
}
