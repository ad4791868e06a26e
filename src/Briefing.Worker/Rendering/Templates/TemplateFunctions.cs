using System.Net;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace Briefing.Worker.Rendering.Templates;

/// <summary>
/// Scriban's built-ins as our templates know them: with <c>raw</c>; without chance and the machine's clock, because the same
/// edition always prints the same text.
/// </summary>
internal static class TemplateFunctions
{
    public static ScriptObject Create(bool encodes, DateTimeOffset? now)
    {
        // Each context has a copy of its own.
        var builtIns = new BuiltinFunctions();
        var ours = new ScriptObject();
        ours.Import("raw", new Func<TemplateContext, object?, EncodedText>((context, value) => new EncodedText(context.ObjectToString(value) ?? string.Empty)));
        ours.Import("now", new Func<DateTime>(() => Known(now).DateTime));
        ours.Import("utc_now", new Func<DateTime>(() => Known(now).UtcDateTime));
        ours.Import("escape", new Func<string?, object?>(Escape));

        builtIns.SetValue("raw", ours["raw"], true);
        var dates = Part(builtIns, "date");
        dates.SetValue("now", ours["now"], true);
        dates.SetValue("utc_now", ours["utc_now"], true);
        Part(builtIns, "object").SetValue("to_json", new BoundedFunction((IScriptCustomFunction)Part(builtIns, "object")["to_json"]!), true);
        foreach (var name in new[] { "map", "sort" })
            Part(builtIns, "array").SetValue(name, new MemberFunction((IScriptCustomFunction)Part(builtIns, "array")[name]!), true);
        Part(builtIns, "math").Remove("random");
        Part(builtIns, "math").Remove("uuid");
        if (encodes)
            Mark(builtIns, ours);
        return builtIns;
    }

    // What these give was encoded by the included template, or by html.escape.
    private static void Mark(BuiltinFunctions builtIns, ScriptObject ours)
    {
        Part(builtIns, "html").SetValue("escape", ours["escape"], true);
        builtIns.SetValue("include", new EncodedInclude(new IncludeFunction()), true);
        builtIns.SetValue("include_join", new EncodedInclude(new IncludeJoinFunction()), true);
    }

    private static ScriptObject Part(ScriptObject builtIns, string name) => (ScriptObject)builtIns[name]!;

    private static DateTimeOffset Known(DateTimeOffset? now) =>
        now ?? throw new InvalidOperationException("`date.now` is not known here: no instant was given.");

    private static object? Escape(string? text) => string.IsNullOrEmpty(text) ? text : new EncodedText(WebUtility.HtmlEncode(text));

    /// <summary>One of Scriban's own functions, with something done before or after it.</summary>
    private abstract class WrappedFunction(IScriptCustomFunction inner) : IScriptCustomFunction
    {
        public int RequiredParameterCount => Inner.RequiredParameterCount;

        public int ParameterCount => Inner.ParameterCount;

        public ScriptVarParamKind VarParamKind => Inner.VarParamKind;

        public virtual Type ReturnType => Inner.ReturnType;

        protected IScriptCustomFunction Inner { get; } = inner;

        public ScriptParameterInfo GetParameterInfo(int index) => Inner.GetParameterInfo(index);

        public abstract object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement);

        // Nothing here waits for anything: templates are in memory.
        public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            new(Invoke(context, callerContext, arguments, blockStatement));
    }

    /// <summary><c>include</c> or <c>include_join</c>, whose result is marked as encoded.</summary>
    private sealed class EncodedInclude(IScriptCustomFunction include) : WrappedFunction(include)
    {
        public override Type ReturnType => typeof(object);

        public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
            Inner.Invoke(context, callerContext!, arguments, blockStatement!) is { } text ? new EncodedText(text.ToString() ?? string.Empty) : null;
    }

    /// <summary><c>object.to_json</c>, which by itself writes an object as often as it is referred to, with no end but memory's.</summary>
    private sealed class BoundedFunction(IScriptCustomFunction function) : WrappedFunction(function)
    {
        private const int MaxValues = 100_000;

        public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
        {
            var left = MaxValues;
            foreach (var argument in arguments)
                Count(argument, depth: 0, ref left, context.ObjectRecursionLimit, callerContext?.Span ?? default);
            return Inner.Invoke(context, callerContext!, arguments, blockStatement!);
        }

        private static void Count(object? value, int depth, ref int left, int maxDepth, SourceSpan span)
        {
            if (depth > maxDepth)
                throw new ScriptRuntimeException(span, "Structure is too deeply nested or contains reference loops.");
            if (--left < 0)
                throw new ScriptRuntimeException(span, $"The object exceeds the limit of `{MaxValues}` values.");
            var parts = value switch
            {
                string => null,
                IDictionary<string, object> members => members.Values,
                System.Collections.IEnumerable items => items.Cast<object?>(),
                _ => null,
            };
            foreach (var part in parts ?? [])
                Count(part, depth + 1, ref left, maxDepth, span);
        }
    }

    /// <summary>A function of a list that takes the name of its items' member: one that a model does not have is a fault here too.</summary>
    private sealed class MemberFunction(IScriptCustomFunction function) : WrappedFunction(function)
    {
        public override object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement)
        {
            if (arguments.Count > 1 && arguments[0] is System.Collections.IList items && arguments[1] is string member)
            {
                foreach (var item in items)
                    ModelMembers.Require(callerContext?.Span ?? default, item, member);
            }

            return Inner.Invoke(context, callerContext!, arguments, blockStatement!);
        }
    }
}
