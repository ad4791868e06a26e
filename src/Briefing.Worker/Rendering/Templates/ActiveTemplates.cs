using Briefing.Worker.Configuration;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>
/// The templates in force. What an author saves is tried; where it cannot be parsed or run the last set that rendered an
/// edition goes on serving, and before there was one, the built-in set: a slip in a template never costs a morning's edition.
/// </summary>
/// <param name="folder">Null for the built-in templates alone.</param>
internal sealed class ActiveTemplates(string? folder)
{
    private readonly Lazy<TemplateSet> _builtIn = new(() => TemplateSet.Parse(TemplateFiles.BuiltIn, TemplateLimits.BuiltIn));
    private Loaded? _newest;
    private Loaded? _lastGood;

    /// <summary>Why the folder's templates are not in force; null where they are.</summary>
    public TemplateFaultException? Fault { get; private set; }

    /// <summary>The hash of the templates that rendered last (<see cref="TemplateFiles.HashOf"/>).</summary>
    public string UsedSha256 { get; private set; } = TemplateFiles.HashOf(TemplateFiles.BuiltIn);

    /// <summary>The templates that the configuration names, loaded.</summary>
    public static ActiveTemplates Load(BriefingConfiguration configuration)
    {
        var templates = new ActiveTemplates(configuration.TemplatesFolder);
        templates.Load();
        return templates;
    }

    /// <summary>Reads the folder again. A fault is kept in <see cref="Fault"/>.</summary>
    public void Load()
    {
        Fault = null;
        _newest = null;
        if (folder is null)
            return;
        try
        {
            var files = TemplateFiles.Read(folder);
            _newest = new Loaded(TemplateSet.Parse(files), TemplateFiles.HashOf(files));
        }
        catch (TemplateFaultException fault)
        {
            Fault = fault;
        }
    }

    /// <summary>Does this with the newest set that can do it.</summary>
    /// <exception cref="TemplateFaultException">Not even the built-in set can.</exception>
    public T Use<T>(Func<TemplateSet, T> render)
    {
        foreach (var loaded in new[] { _newest, _lastGood }.OfType<Loaded>())
        {
            try
            {
                var result = render(loaded.Set);
                _lastGood = loaded;
                UsedSha256 = loaded.Sha256;
                return result;
            }
            catch (TemplateFaultException fault)
            {
                Fault ??= fault;
            }
        }

        UsedSha256 = TemplateFiles.HashOf(TemplateFiles.BuiltIn);
        return render(_builtIn.Value);
    }

    private sealed record Loaded(TemplateSet Set, string Sha256);
}
