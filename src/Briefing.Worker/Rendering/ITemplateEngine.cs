namespace Briefing.Worker.Rendering;

/// <summary>
/// The border to the template language. Our own interpreter (<c>Briefing.Templating</c>) stands behind it, and Scriban
/// can: both run the same files.
/// </summary>
internal interface ITemplateEngine
{
    /// <param name="files">Text by name, partials included: mail.html, partials/mail-story.html.</param>
    /// <exception cref="TemplateFaultException">One of them cannot be parsed.</exception>
    ITemplateSet Parse(IReadOnlyDictionary<string, string> files);
}

/// <summary>Templates that belong together, parsed.</summary>
internal interface ITemplateSet
{
    /// <summary>Runs a template. What it prints is encoded where the name ends in .html.</summary>
    /// <exception cref="TemplateFaultException">It cannot be run.</exception>
    string Render(string name, EditionModel edition);

    /// <summary>The same of a notice, whose global variable is <c>notice</c>. There is no edition then, and no <c>date.now</c>.</summary>
    /// <exception cref="TemplateFaultException">It cannot be run.</exception>
    string Render(string name, NoticeModel notice);
}
