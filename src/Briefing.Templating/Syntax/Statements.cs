using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Syntax;

internal sealed class ExpressionStatement(SourceSpan span, Expression expression) : Statement(span)
{
    public override bool Prints => expression is not AssignExpression;

    public override object? Execute(RenderContext context)
    {
        var result = context.Evaluate(expression);
        return result switch
        {
            Block wrapped => context.Execute(wrapped),
            DefinedFunction { IsAnonymous: false } => null,
            _ => result,
        };
    }
}

/// <summary><c>func name … end</c> and <c>name(a, b) = …</c></summary>
internal sealed class FunctionStatement(SourceSpan span, Variable name, DefinedFunction function) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        name.Write(context, function);
        return null;
    }
}

internal sealed class IfStatement(SourceSpan span, IReadOnlyList<(Expression Condition, Block Body)> branches, Block? otherwise) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        foreach (var (condition, body) in branches)
        {
            if (Conversions.ToBool(context.Evaluate(condition)))
                return context.Execute(body);
        }

        return otherwise is null ? null : context.Execute(otherwise);
    }
}

/// <param name="span">The whole statement.</param>
/// <param name="value">What is compared.</param>
/// <param name="whens">The branches.</param>
/// <param name="otherwise">Null for none.</param>
/// <param name="keepsIndent">Whether the branches are indented as the code block of the <c>case</c> is.</param>
internal sealed class CaseStatement(
    SourceSpan span, Expression value, IReadOnlyList<(IReadOnlyList<Expression> Values, Block Body)> whens, Block? otherwise, bool keepsIndent)
    : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        var sought = context.Evaluate(value);
        var indent = context.Output.Indent;
        context.Output.Indent = keepsIndent ? indent : null;
        var result = Choose(context, sought);
        context.Output.Indent = indent;
        return result;
    }

    private object? Choose(RenderContext context, object? sought)
    {
        foreach (var (values, body) in whens)
        {
            foreach (var candidate in values)
            {
                var isEqual = BinaryOperations.Evaluate(context, TokenKind.DoubleEqual, candidate.Span, sought, value.Span,
                    context.Evaluate(candidate), candidate.Span);
                if (isEqual is true)
                    return context.Execute(body);
            }
        }

        return otherwise is null ? null : context.Execute(otherwise);
    }
}

internal sealed class CaptureStatement(SourceSpan span, PathExpression target, Block body) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        context.Output.Push();
        context.Execute(body);
        target.Write(context, new EncodedText(context.Output.Pop()));
        return null;
    }
}

internal sealed class WithStatement(SourceSpan span, Expression target, Block body) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        var value = context.EvaluateTarget(target);
        if (value is not ScriptObject members)
            throw target.Error($"Invalid target property `{target}` used for [with] statement. Must be a ScriptObject instead of `{TypeNames.Of(value)}`");
        context.Scopes.PushGlobal(members);
        var result = context.Execute(body);
        context.Scopes.PopGlobal();
        return result;
    }
}

/// <summary><c>wrap f … end</c>: gives a block to a function, which runs it by <c>$$</c>.</summary>
internal sealed class WrapStatement(SourceSpan span, Expression target, Block body) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        if (target is CallExpression call)
        {
            context.WrappedBlocks.Push(body);
            return context.Evaluate(call);
        }

        if (context.EvaluateUncalled(target) is not IScriptFunction function)
            throw target.Error($"Expecting a direct function instead of the expression `{target}`");
        context.WrappedBlocks.Push(body);
        return Calls.Invoke(context, this, function, takesPipe: false, []);
    }
}

internal sealed class ImportStatement(SourceSpan span, Expression source) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        var value = context.Evaluate(source);
        if (value is null)
            return null;
        if (value is not ScriptObject members)
            throw source.Error($"Unexpected value `{TypeNames.Of(value)}` for import. Expecting an plain script object.");
        foreach (var (name, member) in members)
            context.Scopes.CurrentGlobal.TrySet(name, member);
        return null;
    }
}

internal sealed class ReadOnlyStatement(SourceSpan span, Variable variable) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        context.Scopes.StoreOf(variable).MakeReadOnly(variable.Name);
        return null;
    }
}

internal sealed class ReturnStatement(SourceSpan span, Expression? value) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        var result = value is null ? null : context.Evaluate(value);
        context.Flow = Flow.Return;
        return result is Values.ScriptRange range ? new ScriptArray(range) : result;
    }
}

/// <summary><c>break</c> or <c>continue</c></summary>
internal sealed class LeaveStatement(SourceSpan span, Flow flow) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        if (!context.Scopes.IsInLoop)
            throw Error($"The <{(flow == Flow.Break ? "break" : "continue")}> statement can only be used inside for/while loops");
        context.Flow = flow;
        return null;
    }
}
