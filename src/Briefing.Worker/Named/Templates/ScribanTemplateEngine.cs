using Briefing.Worker.Rendering;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Briefing.Worker.Named.Templates;

/// <summary>Scriban itself: the same templates, the same bytes (docs/decisions/0018).</summary>
internal sealed class ScribanTemplateEngine : ITemplateEngine
{
    /// <summary>As for our own interpreter.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(10);

    public ITemplateSet Parse(IReadOnlyDictionary<string, string> files) => new Set(ParseAll(files));

    /// <summary>Runs one template with any globals: what the border does with an edition.</summary>
    /// <param name="model">Its public properties are the globals; null for none.</param>
    /// <param name="now">What <c>date.now</c> gives; null: a fault.</param>
    /// <exception cref="TemplateFaultException">It cannot be parsed or run.</exception>
    internal static string Run(IReadOnlyDictionary<string, string> files, string name, object? model, DateTimeOffset? now)
    {
        var globals = new ScriptObject();
        if (model is not null)
            globals.Import(model);
        return Render(ParseAll(files), name, globals, now);
    }

    private static Dictionary<string, Template> ParseAll(IReadOnlyDictionary<string, string> files)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        foreach (var (name, text) in files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var template = Template.Parse(text, name);
            var faults = template.Messages.Where(message => message.Type == ParserMessageType.Error)
                .OrderBy(message => message.Span.Start.Line).ThenBy(message => message.Span.Start.Column).ToArray();
            if (faults.Length > 0)
                throw FaultOf(name, faults[0].Span, string.Join("; ", faults.Select(fault => fault.Message)), cause: null);
            templates.Add(name, template);
        }

        return templates;
    }

    private static string Render(Dictionary<string, Template> templates, string name, ScriptObject globals, DateTimeOffset? now)
    {
        if (!templates.TryGetValue(name, out var template))
            throw new TemplateFaultException(name, 1, 1, "there is no such template");
        using var time = new CancellationTokenSource(LongestRun);
        var context = new EncodingContext(templates, name, now) { CancellationToken = time.Token };
        context.PushGlobal(globals);
        try
        {
            return template.Render(context);
        }
        catch (ScriptAbortException late)
        {
            throw FaultOf(name, late.Span, "Rendering took longer than it may.", late);
        }
        catch (ScriptRuntimeException fault)
        {
            throw FaultOf(name, fault.Span, fault.OriginalMessage, fault);
        }
    }

    // Scriban counts lines and columns from 0.
    private static TemplateFaultException FaultOf(string name, SourceSpan span, string reason, Exception? cause) =>
        new(string.IsNullOrEmpty(span.FileName) ? name : span.FileName, span.Start.Line + 1, span.Start.Column + 1, reason, cause);

    private sealed class Set(Dictionary<string, Template> templates) : ITemplateSet
    {
        public string Render(string name, EditionModel edition) =>
            ScribanTemplateEngine.Render(templates, name, new ScriptObject { ["edition"] = edition }, edition.Instant);

        public string Render(string name, NoticeModel notice) =>
            ScribanTemplateEngine.Render(templates, name, new ScriptObject { ["notice"] = notice }, now: null);
    }
}
