namespace Briefing.Templating;

/// <summary>Finds included templates.</summary>
public interface ITemplateLoader
{
    /// <summary>The template of this name; null where there is none. A loader should keep what it parsed.</summary>
    /// <exception cref="TemplateException">The template has faults.</exception>
    Template? Load(string name);
}
