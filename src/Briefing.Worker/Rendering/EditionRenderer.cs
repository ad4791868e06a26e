using Briefing.Core.Model;
using Briefing.Worker.Rendering.Templates;

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
            MailFit.Render(model, options.MostMailBytes - FilledInBytes(options), fitted => MailLines.Tighten(set.Render(MailHtml, fitted))),
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
