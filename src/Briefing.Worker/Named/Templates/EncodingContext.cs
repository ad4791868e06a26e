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

    private readonly bool _encodes;

    public EncodingContext(IReadOnlyDictionary<string, Template> templates, string name, DateTimeOffset? now)
        : base(ScribanBuiltIns.Create(Encodes(name), now))
    {
        _encodes = Encodes(name);
        NewLine = "\n";
        LoopLimit = Limits.LoopRounds;
        RecursiveLimit = Limits.CallDepth;
        ObjectRecursionLimit = DeepestNesting;
        RegexTimeOut = Limits.RegexTime;

        // It cuts texts; ours are whole or a fault (OnStepLoop, Write).
        LimitToString = 0;
        TemplateLoader = new Loader(templates);
        foreach (var (path, template) in templates)
            CachedTemplates[path] = template;
    }

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        CheckLength(span);
        if (!_encodes || textAsObject is null or Templating.EncodedText or IScriptOutput)
            return base.Write(span, textAsObject);
        var text = ObjectToString(textAsObject);
        return text is null ? this : Write(Templating.HtmlText.Encode(text));
    }

    /// <inheritdoc/>
    protected override bool OnStepLoop(ScriptLoopStatementBase loop)
    {
        CheckLength(loop.Span);
        return base.OnStepLoop(loop);
    }

    private static bool Encodes(string name) => new Templating.RenderOptions().For(name).Encode is not null;

    private void CheckLength(SourceSpan span)
    {
        if (Output is StringBuilderOutput output && output.Builder.Length > Limits.OutputCharacters)
            throw new ScriptRuntimeException(span, $"The output exceeds the limit of `{Limits.OutputCharacters}` characters.");
    }

    /// <summary>Every template of the set is cached above; what is asked for here is not in it.</summary>
    private sealed class Loader(IReadOnlyDictionary<string, Template> templates) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templates.ContainsKey(templateName) ? templateName : throw Missing(callerSpan, templateName);

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw Missing(callerSpan, templatePath);

        public ValueTask<string> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw Missing(callerSpan, templatePath);

        private static ScriptRuntimeException Missing(SourceSpan span, string name) => new(span, $"Unable to include <{name}>. There is no such template.");
    }
}
