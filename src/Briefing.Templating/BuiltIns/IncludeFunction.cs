using System.Text;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.BuiltIns;

/// <summary>
/// <c>include name …</c> and <c>include_join names separator begin end</c>: render other templates with the globals of this one
/// and locals of their own: <c>$</c> holds the arguments, the name first, and each named argument is a local variable.
/// The result is marked as encoded where values are being encoded, for the included template did it.
/// </summary>
internal sealed class IncludeFunction : IScriptFunction
{
    private const string TemplatePrefix = "tpl:";

    public static readonly IncludeFunction Single = new([new Parameter("template_name", ParameterType.Text)], Include);

    public static readonly IncludeFunction Several = new(
        [
            new Parameter("template_names", ParameterType.List), new Parameter("separator", ParameterType.Any),
            new Parameter("prefix", ParameterType.Any, HasDefault: true), new Parameter("suffix", ParameterType.Any, HasDefault: true),
        ],
        Join);

    private readonly Func<RenderContext, Node, ScriptArray, string> _render;

    private IncludeFunction(IReadOnlyList<Parameter> parameters, Func<RenderContext, Node, ScriptArray, string> render)
    {
        Parameters = parameters;
        Required = parameters.Count(parameter => !parameter.HasDefault);
        _render = render;
    }

    public IReadOnlyList<Parameter> Parameters { get; }

    public int Required { get; }

    public ExtraArguments Extra => ExtraArguments.Direct;

    public object? Invoke(RenderContext context, Node caller, ScriptArray arguments, Block? wrapped)
    {
        var text = _render(context, caller, arguments);
        return context.Options.Encode is null ? text : new EncodedText(text);
    }

    private static string Include(RenderContext context, Node caller, ScriptArray arguments) =>
        RenderNamed(context, caller, arguments[0] as string, arguments);

    private static string Join(RenderContext context, Node caller, ScriptArray arguments)
    {
        if (arguments[0] is null)
            return string.Empty;
        var separator = Part(context, caller, arguments, 1);
        var builder = new StringBuilder(Part(context, caller, arguments, 2));
        var suffix = Part(context, caller, arguments, 3);
        var isFirst = true;
        foreach (var item in Sequences.Of(arguments[0])!)
        {
            var name = ValueText.Of(context, caller.Span, item);
            if (string.IsNullOrEmpty(name))
                continue;
            builder.Append(isFirst ? null : separator).Append(RenderNamed(context, caller, name, arguments));
            isFirst = false;
        }

        return builder.Append(suffix).ToString();
    }

    /// <summary>A value as it would be printed here; <c>tpl:name</c> stands for what that template renders.</summary>
    private static string Part(RenderContext context, Node caller, ScriptArray arguments, int index)
    {
        var value = arguments[index];
        var text = ValueText.Of(context, caller.Span, value) ?? string.Empty;
        if (text.StartsWith(TemplatePrefix, StringComparison.Ordinal))
            return RenderNamed(context, caller, text[TemplatePrefix.Length..], arguments);
        return value is EncodedText ? text : context.Encode(text);
    }

    private static string RenderNamed(RenderContext context, Node caller, string? name, ScriptArray arguments)
    {
        if (string.IsNullOrEmpty(name))
            throw caller.Error("Include template name cannot be null or empty");
        if (context.Options.Loader is not { } loader)
            throw caller.Error($"Unable to include <{name}>. No template loader is given.");
        var template = loader.Load(name) ?? throw caller.Error($"Unable to include <{name}>. There is no such template.");
        return Render(context, caller, template, arguments);
    }

    private static string Render(RenderContext context, Node caller, Template template, ScriptArray arguments)
    {
        context.EnterCall(caller);
        var output = context.Output;
        var (indent, isAtLineStart) = (output.Indent, output.IsAtLineStart);
        output.Indent = null;
        if (indent is not null)
            output.IsAtLineStart = false;
        output.Push();
        context.Scopes.PushLocal();
        context.Scopes.SetLocal(Variable.Arguments, arguments, readOnly: true);
        foreach (var (name, value) in arguments.Members ?? [])
            context.Scopes.SetLocal(name, value);
        context.RunPage(template);
        context.Scopes.PopLocal();
        var text = output.Pop();
        (output.Indent, output.IsAtLineStart) = (indent, isAtLineStart);
        context.LeaveCall();
        return text;
    }
}
