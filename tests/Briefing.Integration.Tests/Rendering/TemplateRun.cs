using Briefing.Worker.Rendering.Templates;
using Scriban.Runtime;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>Runs templates with any globals.</summary>
internal static class TemplateRun
{
    /// <param name="model">Its public properties are the globals; null for none.</param>
    /// <exception cref="TemplateFaultException">It cannot be parsed or run.</exception>
    public static string Print(Dictionary<string, string> files, string name, object? model, DateTimeOffset? now = null, TemplateLimits? limits = null)
    {
        var globals = new ScriptObject();
        if (model is not null)
            globals.Import(model);
        return TemplateSet.Parse(files, limits).Render(name, globals, now);
    }

    public static string Print(string template, object? model = null, TemplateLimits? limits = null) =>
        Print(new Dictionary<string, string>(StringComparer.Ordinal) { ["t"] = template }, "t", model, now: null, limits);
}
