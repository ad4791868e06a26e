using Briefing.Worker.Configuration;

namespace Briefing.Worker.Rendering;

/// <summary>The templates that the configuration names.</summary>
internal static class ConfiguredTemplates
{
    public static TemplateShelf Load(BriefingConfiguration configuration)
    {
        var folder = configuration.PathOf(configuration.Briefing.Templates);
        var templates = new TemplateShelf(Engines.Templates(), Directory.Exists(folder) ? folder : null);
        templates.Load();
        return templates;
    }
}
