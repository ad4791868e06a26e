using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Worker.Cli.Checks;

/// <summary>
/// Looks for faults in the templates of the configured folder: every file is parsed by itself, so that one fault does not hide another
/// file's; where all can be parsed, every page is rendered with a model that has everything and with one that has nothing.
/// </summary>
internal static class TemplateCheck
{
    private static readonly string[] EditionPages = [EditionRenderer.MailHtml, EditionRenderer.MailText, EditionRenderer.PackHtml];
    private static readonly string[] NoticePages = [NoticeRenderer.NoticeHtml, NoticeRenderer.NoticeText];

    public static IEnumerable<ConfigurationFault> Faults(BriefingConfiguration configuration)
    {
        // A folder that is named and not there is a fault of the configuration.
        if (configuration.TemplatesFolder is not { } folder || !Directory.Exists(folder))
            return [];
        try
        {
            var files = TemplateFiles.Read(folder);
            var faults = files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => ParseFault(file.Key, file.Value)).OfType<TemplateFaultException>().ToList();
            if (faults.Count == 0)
                faults = RenderFaults(TemplateSet.Parse(files));
            return [.. faults.Select(fault => Located(configuration, fault))];
        }
        catch (TemplateFaultException unreadable)
        {
            return [Located(configuration, unreadable)];
        }
    }

    private static ConfigurationFault Located(BriefingConfiguration configuration, TemplateFaultException fault) =>
        new(Path.Combine(configuration.Briefing.Templates ?? Path.GetFileName(configuration.TemplatesFolder!), fault.File), fault.Line, fault.Column, fault.Reason);

    private static TemplateFaultException? ParseFault(string name, string text) =>
        FaultOf(() => TemplateSet.Parse(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text }));

    // One fault a page; the same fault of a partial is named once.
    private static List<TemplateFaultException> RenderFaults(TemplateSet templates)
    {
        var faults = new List<TemplateFaultException?>();
        foreach (var page in EditionPages)
        {
            faults.Add(FaultOf(() => templates.Render(page, ModelSample.Full<EditionModel>()))
                ?? FaultOf(() => templates.Render(page, ModelSample.Bare<EditionModel>())));
        }

        foreach (var page in NoticePages)
        {
            faults.Add(FaultOf(() => templates.Render(page, ModelSample.Full<NoticeModel>()))
                ?? FaultOf(() => templates.Render(page, ModelSample.Bare<NoticeModel>())));
        }

        return [.. faults.OfType<TemplateFaultException>().DistinctBy(fault => (fault.File, fault.Line, fault.Column, fault.Reason))];
    }

    private static TemplateFaultException? FaultOf(Action attempt)
    {
        try
        {
            attempt();
            return null;
        }
        catch (TemplateFaultException fault)
        {
            return fault;
        }
    }
}
