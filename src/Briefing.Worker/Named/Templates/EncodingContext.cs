using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Briefing.Worker.Named.Templates;

/// <summary>
/// One rendering: within our limits, with the templates of the set for includes, and in *.html with every printed value encoded
/// unless it went through <c>raw</c> or was captured (docs/decisions/0002).
/// </summary>
internal sealed class EncodingContext : TemplateContext
{
    private static readonly Templating.RenderLimits Limits = new();

    // The nesting that our own interpreter prints; beyond it is a fault on both.
    private const int DeepestNesting = 20;

    // Scriban cuts a text that reaches its limit. Ours lies behind what is a fault here, so that nothing is cut in silence, and its
    // operators and padding, which look at the limit beforehand, still have one.
    private const int Headroom = 2;

    private readonly bool _encodes;
    private int _steps;
    private long _written;

    public EncodingContext(IReadOnlyDictionary<string, Template> templates, string name, DateTimeOffset? now)
        : base(ScribanBuiltIns.Create(Encodes(name), now))
    {
        _encodes = Encodes(name);
        NewLine = "\n";
        LoopLimit = Limits.LoopRounds;
        RecursiveLimit = Limits.CallDepth;
        ObjectRecursionLimit = DeepestNesting;
        RegexTimeOut = Limits.RegexTime;
        LimitToString = Limits.OutputCharacters * Headroom;
        TemplateLoader = new Loader(templates);
        foreach (var (path, template) in templates)
            CachedTemplates[path] = template;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        var text = ObjectToString(textAsObject);
        if (text is null)
            return this;
        if (_encodes && textAsObject is not (Templating.EncodedText or IScriptOutput))
            text = Templating.HtmlText.Encode(text);
        Count(span, text.Length);
        return Write(text);
    }

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++_steps > Limits.Steps)
            throw new ScriptRuntimeException(scriptNode?.Span ?? default, $"Exceeding the limit of `{Limits.Steps}` evaluation steps.");
        if (scriptNode is ScriptRawStatement raw)
            Count(raw.Span, raw.Text.Length);
        return base.Evaluate(scriptNode, aliasReturnedFunction);
    }

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false)
    {
        var text = base.ObjectToString(value, nested);
        return text is null || text.Length <= Limits.OutputCharacters ? text : throw TooLong(CurrentNode?.Span ?? default);
    }

    private static bool Encodes(string name) => new Templating.RenderOptions().For(name).Encode is not null;

    // Written and captured together.
    private void Count(SourceSpan span, int characters)
    {
        _written += characters;
        if (_written > Limits.OutputCharacters)
            throw TooLong(span);
    }

    private static ScriptRuntimeException TooLong(SourceSpan span) => new(span, $"The text exceeds the limit of `{Limits.OutputCharacters}` characters.");

    /// <summary>Every template of the set is cached above; what is asked for here is not in it.</summary>
    private sealed class Loader(IReadOnlyDictionary<string, Template> templates) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templates.ContainsKey(templateName) ? templateName : throw Missing(callerSpan, templateName);

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw Missing(callerSpan, templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw Missing(callerSpan, templatePath);

        private static ScriptRuntimeException Missing(SourceSpan span, string name) => new(span, $"Unable to include <{name}>. There is no such template.");
    }
}
