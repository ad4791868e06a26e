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

    /// <summary>The texts of the templates that rendered last.</summary>
    public IReadOnlyDictionary<string, string> Used { get; private set; } = TemplateFiles.BuiltIn;

    /// <summary>The templates that the configuration names, loaded.</summary>
    public static ActiveTemplates Load(BriefingConfiguration configuration)
    {
        var templates = new ActiveTemplates(configuration.TemplatesFolder);
        templates.Load();
        return templates;
    }

    /// <summary>The templates that something was rendered with before, whatever the folder has by now.</summary>
    /// <param name="files">As <see cref="Used"/> gave them.</param>
    public static ActiveTemplates Restore(IReadOnlyDictionary<string, string> files)
    {
        var templates = new ActiveTemplates(folder: null);
        templates.Load(() => files);
        return templates;
    }

    /// <summary>Reads the folder again. A fault is kept in <see cref="Fault"/>.</summary>
    public void Load()
    {
        Fault = null;
        _newest = null;
        if (folder is not null)
            Load(() => TemplateFiles.Read(folder));
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
                Used = loaded.Files;
                return result;
            }
            catch (TemplateFaultException fault)
            {
                Fault ??= fault;
            }
        }

        Used = TemplateFiles.BuiltIn;
        return render(_builtIn.Value);
    }

    private void Load(Func<IReadOnlyDictionary<string, string>> read)
    {
        try
        {
            var files = read();
            _newest = new Loaded(TemplateSet.Parse(files, ReferenceEquals(files, TemplateFiles.BuiltIn) ? TemplateLimits.BuiltIn : null), files);
        }
        catch (TemplateFaultException fault)
        {
            Fault = fault;
        }
    }

    private sealed record Loaded(TemplateSet Set, IReadOnlyDictionary<string, string> Files);
}
