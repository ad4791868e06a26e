using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;
using Briefing.Templating.Parsing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating;

/// <summary>A parsed template in the Scriban language. Immutable: may be rendered by several threads at once.</summary>
public sealed class Template
{
    private Template(Block body, string path)
    {
        Body = body;
        Path = path;
    }

    /// <summary>The name by which messages call the template.</summary>
    public string Path { get; }

    internal Block Body { get; }

    /// <summary>Parses a template.</summary>
    /// <exception cref="TemplateException">It has faults; all of them are in the exception.</exception>
    public static Template Parse(string text, string path = "<template>") => Parse(text, path, scriptOnly: false);

    /// <summary>The template's faults, in order of place; none where it can be rendered.</summary>
    public static IReadOnlyList<TemplateMessage> Check(string text, string path)
    {
        try
        {
            Parse(text, path);
            return [];
        }
        catch (TemplateException fault)
        {
            return fault.Messages;
        }
    }

    internal static Template Parse(string text, string path, bool scriptOnly) =>
        new(Parser.Parse(new SourceText(text, path), scriptOnly), path);

    /// <summary>
    /// Renders the template. The model's properties are the template's global variables under their template names; other
    /// objects, lists and dictionaries are reached through them and are never changed.
    /// </summary>
    /// <param name="model">A <see cref="ScriptObject"/>, a dictionary or any object; null for none.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="TemplateException">Rendering failed or went beyond a limit.</exception>
    public string Render(object? model = null, RenderOptions? options = null)
    {
        var globals = model is null ? new ScriptObject() : ScriptObject.From(model);
        return new RenderContext(options ?? new RenderOptions(), globals).Render(this);
    }
}
