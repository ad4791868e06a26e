using System.Text;
using Briefing.Core.Editions;

namespace Briefing.Worker.Rendering;

/// <summary>Edition → subject, mail HTML, plain text and the pack's HTML.</summary>
internal sealed class EditionRenderer(TemplateShelf templates)
{
    public const string MailHtml = "mail.html";
    public const string MailText = "mail.txt";
    public const string PackHtml = "pack.html";

    /// <exception cref="InvalidDataException">The edition contradicts itself.</exception>
    /// <exception cref="TemplateFaultException">Not even the built-in templates can render it.</exception>
    public RenderedEdition Render(Edition edition, RenderOptions options)
    {
        var model = EditionModelBuilder.Build(edition, options);
        var rendered = templates.Use(set => new RenderedEdition(
            model.Subject,
            MailFit.Render(model, options.MostMailBytes, fitted => Tighten(set.Render(MailHtml, fitted))),
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

    // Indentation and empty lines are for the templates' reader; in a mail they cost bytes of Gmail's limit.
    private static string Tighten(string html)
    {
        var output = new StringBuilder(html.Length);
        foreach (var line in html.AsSpan().EnumerateLines())
        {
            var trimmed = line.Trim(" \t");
            if (!trimmed.IsEmpty)
                output.Append(trimmed).Append('\n');
        }

        return output.ToString();
    }
}
