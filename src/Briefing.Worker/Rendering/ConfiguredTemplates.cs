using Briefing.Worker.Configuration;

namespace Briefing.Worker.Rendering;

/// <summary>The templates that the configuration names.</summary>
internal static class ConfiguredTemplates
{
    public static TemplateShelf Load(BriefingConfiguration configuration)
    {
        var templates = new TemplateShelf(Engines.Templates(), configuration.TemplatesFolder);
        templates.Load();
        return templates;
    }
}
