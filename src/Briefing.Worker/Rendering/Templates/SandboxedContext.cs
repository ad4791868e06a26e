using System.Numerics;
using Scriban;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>
/// One rendering: within <see cref="TemplateLimits"/>, with the templates of the set for includes and nothing else of the machine, with
/// faults for what the model does not have, and in *.html with every printed value encoded unless it went through <c>raw</c> or was captured.
/// </summary>
internal sealed class SandboxedContext : TemplateContext, IDisposable
{
    // Scriban cuts a text that reaches its limit. This lies behind what is a fault here, so that nothing is cut in silence, and its
    // operators and padding, which look at the limit beforehand, still have one.
    private const int Headroom = 2;

    private readonly TemplateLimits _limits;
    private readonly CancellationTokenSource _time;
    private readonly bool _encodes;
    private int _steps;
    private long _written;

    public SandboxedContext(IReadOnlyDictionary<string, Template> templates, string name, DateTimeOffset? now, TemplateLimits limits)
        : base(TemplateFunctions.Create(Encodes(name), now))
    {
        _limits = limits;
        _encodes = Encodes(name);
        _time = new CancellationTokenSource(limits.Time);
        CancellationToken = _time.Token;
        NewLine = "\n";
        LoopLimit = limits.LoopIterations;
        RecursiveLimit = limits.CallDepth;
        ObjectRecursionLimit = limits.ObjectDepth;
        RegexTimeOut = limits.RegexTime;
        LimitToString = limits.OutputCharacters * Headroom;
        TemplateLoader = new SetLoader(templates);
        foreach (var (path, template) in templates)
            CachedTemplates[path] = template;
        TryGetMember = ModelMembers.Missing;
        TryGetVariable = MissingVariable;
    }

    public void Dispose() => _time.Dispose();

    /// <inheritdoc/>
    public override TemplateContext Write(SourceSpan span, object? textAsObject)
    {
        var text = ObjectToString(textAsObject);
        if (text is null)
            return this;
        if (_encodes && textAsObject is not (EncodedText or IScriptOutput))
            text = HtmlText.Encode(text);
        CountOutput(span, text.Length);
        return Write(text);
    }

    /// <inheritdoc/>
    public override object? Evaluate(ScriptNode? scriptNode, bool aliasReturnedFunction)
    {
        if (++_steps > _limits.Steps)
            throw new ScriptRuntimeException(scriptNode?.Span ?? default, $"Exceeding the limit of `{_limits.Steps}` evaluation steps.");
        if (scriptNode is ScriptRawStatement raw)
            CountOutput(raw.Span, raw.Text.Length);
        var value = base.Evaluate(scriptNode, aliasReturnedFunction);
        if (value is ScriptRange range)
            value = ListOf(range, scriptNode);
        CheckSize(scriptNode, value);
        return value;
    }

    /// <inheritdoc/>
    public override string? ObjectToString(object? value, bool nested = false)
    {
        var text = base.ObjectToString(value, nested);
        return text is null || text.Length <= _limits.OutputCharacters ? text : throw TooLong(CurrentNode?.Span ?? default);
    }

    private static bool Encodes(string name) =>
        name.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    // Scriban's list functions do their work when their result is read. One on top of another, thousands of times in a loop, they would
    // exhaust the stack then, which ends the process; so each result is read at once.
    private ScriptArray ListOf(ScriptRange range, ScriptNode? node)
    {
        var list = new ScriptArray();
        foreach (var item in range)
        {
            if (list.Count == _limits.ListItems)
                throw TooManyItems(node);
            list.Add(item);
        }

        return list;
    }

    private ScriptRuntimeException TooManyItems(ScriptNode? node) => new(node?.Span ?? default, $"The list exceeds the limit of `{_limits.ListItems}` items.");

    // What grows by doubling reaches any size in a few steps, so each value is looked at.
    private void CheckSize(ScriptNode? node, object? value)
    {
        switch (value)
        {
            case string text when text.Length > _limits.OutputCharacters:
                throw TooLong(node?.Span ?? default);
            case ScriptArray list when list.Count > _limits.ListItems:
                throw TooManyItems(node);
            case BigInteger number when number.GetBitLength() > _limits.NumberBits:
                throw new ScriptRuntimeException(node?.Span ?? default, "The number is too large.");
        }
    }

    // Written and captured together.
    private void CountOutput(SourceSpan span, int characters)
    {
        _written += characters;
        if (_written > _limits.OutputCharacters)
            throw TooLong(span);
    }

    private ScriptRuntimeException TooLong(SourceSpan span) => new(span, $"The text exceeds the limit of `{_limits.OutputCharacters}` characters.");

    // Arguments of functions and includes ($1, $name) may be left out; a global variable that was never set is a slip.
    private bool MissingVariable(TemplateContext context, SourceSpan span, ScriptVariable variable, out object? value)
    {
        value = null;
        if (variable.Scope != ScriptVariableScope.Global)
            return false;
        throw new ScriptRuntimeException(span, ModelMembers.Fault(variable.Name, "there is no such variable or function", KnownNames()));
    }

    private IEnumerable<string> KnownNames() => BuiltinObject.Keys.Concat(CurrentGlobal?.GetMembers() ?? []);

    /// <summary>Every template of the set is cached by the context; what is asked for here is not in it.</summary>
    private sealed class SetLoader(IReadOnlyDictionary<string, Template> templates) : ITemplateLoader
    {
        public string GetPath(TemplateContext context, SourceSpan callerSpan, string templateName) =>
            templates.ContainsKey(templateName) ? templateName : throw Missing(callerSpan, templateName);

        public string Load(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw Missing(callerSpan, templatePath);

        public ValueTask<string?> LoadAsync(TemplateContext context, SourceSpan callerSpan, string templatePath) => throw Missing(callerSpan, templatePath);

        private static ScriptRuntimeException Missing(SourceSpan span, string name) => new(span, $"Unable to include <{name}>. There is no such template.");
    }
}
