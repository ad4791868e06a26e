using Briefing.Core.Assembly;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering;

/// <summary>Edition → subject, mail HTML, plain text and the pack's HTML.</summary>
internal sealed class EditionRenderer(ActiveTemplates templates)
{
    public const string MailHtml = "mail.html";
    public const string MailText = "mail.txt";
    public const string PackHtml = "pack.html";

    /// <summary>Three links, each of 700 bytes at most once it is filled in.</summary>
    private const int FilledLinks = 2_100;

    /// <summary>A name of 200 characters, all of which are encoded.</summary>
    private const int FilledGreeting = 1_400;

    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    /// <exception cref="TemplateFaultException">Not even the built-in templates can render it.</exception>
    public RenderedEdition Render(Edition edition, RenderOptions options)
    {
        var model = EditionModelBuilder.Build(edition, options);
        var rendered = templates.Use(set => new RenderedEdition(
            model.Subject,
            MailFit.Render(model, options.MaxMailBytes - FilledInBytes(options), fitted => MailLines.Tighten(set.Render(MailHtml, fitted))),
            PlainTextLayout.Fill(set.Render(MailText, model)),
            Fault: null));
        return rendered with { Fault = templates.Fault };
    }

    /// <summary>pack.html, to be printed. The fault is that of the newest templates, where earlier ones had to be used.</summary>
    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    /// <exception cref="TemplateFaultException">Not even the built-in templates can render it.</exception>
    public (string Html, TemplateFaultException? Fault) RenderPack(Edition edition, RenderOptions options)
    {
        var model = EditionModelBuilder.Build(edition, options);
        return (templates.Use(set => set.Render(PackHtml, model)), templates.Fault);
    }

    // Where placeholders stand, a delivery fills in what is longer: links with tokens, a name.
    private static int FilledInBytes(RenderOptions options) =>
        (options.UnsubscribeUrl is null && options.PreferencesUrl is null ? 0 : FilledLinks) + (options.Greeting is null ? 0 : FilledGreeting);
}

/// <summary>An edition as it is sent.</summary>
/// <param name="Fault">The template fault that kept the newest templates from being used; null where they were.</param>
internal sealed record RenderedEdition(string Subject, string Html, string Text, TemplateFaultException? Fault);

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

    /// <summary>http, https or mailto. A delivery gives <see cref="Briefing.Worker.Mail.Messages.Placeholders.Unsubscribe"/>; null hides the link.</summary>
    public string? UnsubscribeUrl { get; init; }

    /// <summary>The page where topics and lists are chosen. A delivery gives <see cref="Briefing.Worker.Mail.Messages.Placeholders.Preferences"/>; null hides the link.</summary>
    public string? PreferencesUrl { get; init; }

    /// <summary>The line above all else. A delivery gives <see cref="Briefing.Worker.Mail.Messages.Placeholders.Greeting"/>; null for none.</summary>
    public string? Greeting { get; init; }

    /// <summary>The edition's page in the archive; null without one.</summary>
    public string? ArchiveUrl { get; init; }

    /// <summary>Bytes of mail HTML, filled in. Gmail clips at about 102,000.</summary>
    public int MaxMailBytes { get; init; } = 90_000;
}
