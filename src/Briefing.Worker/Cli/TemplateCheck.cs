using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Cli;

/// <summary>Tries to parse every template of the configured folder by itself, so that one fault does not hide another file's.</summary>
internal static class TemplateCheck
{
    public static IEnumerable<ConfigurationFault> Faults(BriefingConfiguration configuration)
    {
        var folder = configuration.PathOf(configuration.Briefing.Templates);
        if (!Directory.Exists(folder))
            yield break;
        var engine = Engines.Templates();
        foreach (var (name, text) in TemplateFiles.Read(folder).OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (FaultOf(engine, name, text) is { } fault)
                yield return new ConfigurationFault(Path.Combine(configuration.Briefing.Templates, fault.File), fault.Line, fault.Column, fault.Reason);
        }
    }

    private static TemplateFaultException? FaultOf(ITemplateEngine engine, string name, string text)
    {
        try
        {
            engine.Parse(new Dictionary<string, string>(StringComparer.Ordinal) { [name] = text });
            return null;
        }
        catch (TemplateFaultException fault)
        {
            return fault;
        }
    }
}
