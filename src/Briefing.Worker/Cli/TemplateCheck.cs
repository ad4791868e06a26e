using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Cli;

/// <summary>Tries to parse every template of the configured folder by itself, so that one fault does not hide another file's.</summary>
internal static class TemplateCheck
{
    public static IEnumerable<ConfigurationFault> Faults(BriefingConfiguration configuration)
    {
        // A folder that is named and not there is a fault of the configuration.
        if (configuration.TemplatesFolder is not { } folder || !Directory.Exists(folder))
            return [];
        try
        {
            var engine = Engines.Templates();
            return TemplateFiles.Read(folder)
                .OrderBy(file => file.Key, StringComparer.Ordinal)
                .Select(file => FaultOf(engine, file.Key, file.Value))
                .OfType<TemplateFaultException>()
                .Select(fault => Told(configuration, fault))
                .ToList();
        }
        catch (TemplateFaultException unreadable)
        {
            return [Told(configuration, unreadable)];
        }
    }

    private static ConfigurationFault Told(BriefingConfiguration configuration, TemplateFaultException fault) =>
        new(Path.Combine(configuration.Briefing.Templates ?? Path.GetFileName(configuration.TemplatesFolder!), fault.File), fault.Line, fault.Column, fault.Reason);

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
