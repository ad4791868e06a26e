namespace Briefing.Templating.Tests;

/// <summary>Templates by name, parsed when they are asked for.</summary>
internal sealed class Templates : ITemplateLoader
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public string this[string name]
    {
        set => _texts[name] = value;
    }

    public Template? Load(string name) => _texts.TryGetValue(name, out var text) ? Template.Parse(text, name) : null;
}
