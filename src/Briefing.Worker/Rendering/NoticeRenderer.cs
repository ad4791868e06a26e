using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;
using Briefing.Worker.Rendering.Text;

namespace Briefing.Worker.Rendering;

/// <summary>Notice → subject, HTML and plain text. The same notice is the same bytes.</summary>
internal sealed class NoticeRenderer(ActiveTemplates templates)
{
    public const string NoticeHtml = "notice.html";
    public const string NoticeText = "notice.txt";

    /// <exception cref="ArgumentException">The action's address may not stand in a link.</exception>
    /// <exception cref="TemplateFaultException">Not even the built-in templates can render it.</exception>
    public RenderedNotice Render(Notice notice)
    {
        var model = NoticeModel.Of(notice);
        var rendered = templates.Use(set => new RenderedNotice(
            model.Subject,
            MailLines.Tighten(set.Render(NoticeHtml, model)),
            PlainTextLayout.Fill(set.Render(NoticeText, model)),
            Fault: null));
        return rendered with { Fault = templates.Fault };
    }
}

/// <summary>A notice as it is sent.</summary>
/// <param name="Fault">The template fault that kept the newest templates from being used; null where they were.</param>
internal sealed record RenderedNotice(string Subject, string Html, string Text, TemplateFaultException? Fault);
