using Briefing.Templating.Evaluation;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Functions;

/// <summary>Calls functions: gathers piped, positional, named and expanded arguments.</summary>
internal static class Calls
{
    public static object? Invoke(RenderContext context, Node caller, object? target, bool takesPipe, IReadOnlyList<Expression> arguments)
    {
        context.WrappedBlocks.TryPop(out var wrapped);
        if (target is not IScriptFunction function)
        {
            throw caller.Error(takesPipe && context.Pipe.HasNext && caller is CallExpression call
                ? $"Pipe expression destination `{call.Target}` is not a valid function "
                : $"Invalid target function `{ValueText.Of(context, caller.Span, target)}` ({TypeNames.Of(target)})");
        }

        var binder = new ArgumentBinder(context, caller, function);
        if (takesPipe && context.Pipe.TakeNext() is { } piped)
            binder.Add(piped);
        foreach (var argument in arguments)
            binder.Add(argument);
        return Invoke(context, caller, function, binder.Complete(), wrapped);
    }

    /// <summary>Calls with arguments that are evaluated already.</summary>
    public static object? Invoke(RenderContext context, Node caller, IScriptFunction function, IEnumerable<object?> values)
    {
        var binder = new ArgumentBinder(context, caller, function);
        foreach (var value in values)
            binder.AddValue(value, caller.Span);
        return Invoke(context, caller, function, binder.Complete(), wrapped: null);
    }

    private static object? Invoke(RenderContext context, Node caller, IScriptFunction function, ScriptArray arguments, Block? wrapped)
    {
        context.EnterCall(caller);
        var result = function.Invoke(context, caller, arguments, wrapped);
        context.LeaveCall();
        context.Flow = Flow.Next;
        return result;
    }
}
