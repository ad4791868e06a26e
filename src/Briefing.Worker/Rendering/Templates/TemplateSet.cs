using Briefing.Worker.Rendering.Models;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>Templates that belong together, parsed. Run by Scriban within <see cref="TemplateLimits"/> (docs/decisions/0022). Immutable; usable by several threads.</summary>
internal sealed class TemplateSet
{
    private readonly Dictionary<string, Template> _templates;

    private readonly TemplateLimits _limits;

    private TemplateSet(Dictionary<string, Template> templates, TemplateLimits limits) => (_templates, _limits) = (templates, limits);

    /// <param name="files">Text by name, partials included: mail.html, partials/mail-story.html.</param>
    /// <param name="limits">Null for <see cref="TemplateLimits.Default"/>.</param>
    /// <exception cref="TemplateFaultException">One of them cannot be parsed.</exception>
    public static TemplateSet Parse(IReadOnlyDictionary<string, string> files, TemplateLimits? limits = null)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
            templates.Add(name, Parse(name, text));
        return new TemplateSet(templates, limits ?? TemplateLimits.Default);
    }

    /// <summary>Runs a template. What it prints is encoded where the name ends in .html.</summary>
    /// <exception cref="TemplateFaultException">It cannot be run.</exception>
    public string Render(string name, EditionModel edition) => Render(name, Globals(edition, notice: null), edition.Instant);

    /// <summary>The same for a notice, whose global variable is <c>notice</c>. There is no edition then, and no <c>date.now</c>.</summary>
    /// <exception cref="TemplateFaultException">It cannot be run.</exception>
    public string Render(string name, NoticeModel notice) => Render(name, Globals(edition: null, notice), now: null);

    /// <param name="globals">The template's global variables.</param>
    /// <param name="now">What <c>date.now</c> gives; null: using it is a fault.</param>
    /// <exception cref="TemplateFaultException">It cannot be run.</exception>
    internal string Render(string name, ScriptObject globals, DateTimeOffset? now)
    {
        if (!_templates.TryGetValue(name, out var template))
            throw new TemplateFaultException(name, 1, 1, "there is no such template");
        using var context = new SandboxedContext(_templates, name, now, _limits);
        context.PushGlobal(globals);
        try
        {
            var text = template.Render(context);

            // Few statements write without asking the context (tablerow); Scriban cuts what they write at its own, higher limit.
            return text.Length <= _limits.OutputCharacters ? text : throw new TemplateFaultException(name, 1, 1, $"The text exceeds the limit of `{_limits.OutputCharacters}` characters.");
        }
        catch (ScriptAbortException fault)
        {
            throw FaultOf(name, fault.Span, "Rendering took longer than it may.", fault);
        }
        catch (ScriptRuntimeException fault)
        {
            throw FaultOf(name, fault.Span, fault.OriginalMessage, fault);
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or TemplateFaultException))
        {
            // Some of Scriban's functions let .NET's own exceptions through for arguments that they do not expect.
            throw FaultOf(name, context.CurrentNode?.Span ?? default, fault.Message, fault);
        }
    }

    // Partials that serve both ask which of the two there is.
    private static ScriptObject Globals(EditionModel? edition, NoticeModel? notice) => new() { ["edition"] = edition, ["notice"] = notice };

    private static Template Parse(string name, string text)
    {
        var template = Template.Parse(text, name, new ParserOptions { ExpressionDepthLimit = TemplateLimits.Default.ParseDepth });
        var faults = template.Messages
            .Where(message => message.Type == ParserMessageType.Error)
            .OrderBy(message => message.Span.Start.Line)
            .ThenBy(message => message.Span.Start.Column)
            .ToArray();
        return faults.Length == 0 ? template : throw FaultOf(name, faults[0].Span, string.Join("; ", faults.Select(fault => fault.Message)), cause: null);
    }

    // Scriban counts lines and columns from 0.
    private static TemplateFaultException FaultOf(string name, SourceSpan span, string reason, Exception? cause) =>
        new(string.IsNullOrEmpty(span.FileName) ? name : span.FileName, span.Start.Line + 1, span.Start.Column + 1, reason, cause);
}
