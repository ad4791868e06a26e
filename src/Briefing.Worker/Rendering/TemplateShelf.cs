namespace Briefing.Worker.Rendering;

/// <summary>
/// The templates in force. What an author saves is tried; where it cannot be parsed or run the last set that rendered an
/// edition goes on serving, and before there was one, the built-in set: a slip in a template never costs a morning's edition.
/// </summary>
/// <param name="folder">Null for the built-in templates alone.</param>
internal sealed class TemplateShelf(ITemplateEngine engine, string? folder)
{
    private readonly Lazy<ITemplateSet> _builtIn = new(() => engine.Parse(TemplateFiles.BuiltIn));
    private Shelved? _newest;
    private Shelved? _lastGood;

    /// <summary>Why the folder's templates are not in force; null where they are.</summary>
    public TemplateFaultException? Fault { get; private set; }

    /// <summary>The hash of the templates that rendered last (<see cref="TemplateFiles.HashOf"/>).</summary>
    public string UsedSha256 { get; private set; } = TemplateFiles.HashOf(TemplateFiles.BuiltIn);

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
            _newest = new Shelved(engine.Parse(files), TemplateFiles.HashOf(files));
        }
        catch (TemplateFaultException fault)
        {
            Fault = fault;
        }
    }

    /// <summary>Does this with the newest set that can do it.</summary>
    /// <exception cref="TemplateFaultException">Not even the built-in set can.</exception>
    public T Use<T>(Func<ITemplateSet, T> render)
    {
        foreach (var shelved in new[] { _newest, _lastGood }.OfType<Shelved>())
        {
            try
            {
                var result = render(shelved.Set);
                _lastGood = shelved;
                UsedSha256 = shelved.Sha256;
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

    private sealed record Shelved(ITemplateSet Set, string Sha256);
}
