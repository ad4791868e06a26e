using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Syntax;

/// <summary>
/// An expression that names a place: a variable, a member, an item. A function found there is called at once, without
/// arguments but for a piped one, unless it is asked for with <c>@</c> or as the target of a call.
/// </summary>
internal abstract class PathExpression(SourceSpan span) : Expression(span)
{
    /// <summary>What stands there; a function is not called.</summary>
    public abstract object? Read(RenderContext context);

    public abstract void Write(RenderContext context, object? value);

    public override object? Evaluate(RenderContext context) => Call(context, Read(context), takesPipe: true);

    /// <summary>The value as the target of a member or an item: a function is called, but never takes a piped argument.</summary>
    public object? EvaluateAsTarget(RenderContext context) => Call(context, Read(context), takesPipe: false);

    private object? Call(RenderContext context, object? value, bool takesPipe) =>
        value is IScriptFunction ? Calls.Invoke(context, this, value, takesPipe, []) : value;
}
