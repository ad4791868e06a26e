using System.Text;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Syntax;

internal sealed class Literal(SourceSpan span, object? value) : Expression(span)
{
    public object? Value { get; } = value;

    public override object? Evaluate(RenderContext context) => Value;
}

/// <summary><c>$"…{expression}…"</c></summary>
internal sealed class InterpolatedString(SourceSpan span, IReadOnlyList<Expression> parts) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var builder = new StringBuilder();
        var outer = context.Pipe.Open();
        foreach (var part in parts)
        {
            builder.Append(ValueText.Plain(context.Evaluate(part)));
            context.CheckLength(this, builder.Length);
        }

        context.Pipe.Close(outer);
        return builder.ToString();
    }
}

internal sealed class ArrayExpression(SourceSpan span, IReadOnlyList<Expression> items) : Expression(span)
{
    public override object? Evaluate(RenderContext context) => new ScriptArray(items.Select(context.Evaluate));
}

internal sealed class ObjectExpression(SourceSpan span, IReadOnlyList<(string Name, Expression Value)> members) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var result = new ScriptObject();
        foreach (var (name, value) in members)
            result[name] = context.Evaluate(value);
        return result;
    }
}

internal sealed class ConditionalExpression(SourceSpan span, Expression condition, Expression then, Expression otherwise) : Expression(span)
{
    public override object? Evaluate(RenderContext context) =>
        context.Evaluate(Conversions.ToBool(context.Evaluate(condition)) ? then : otherwise);
}

/// <summary><c>!x</c>, <c>-x</c>, <c>+x</c></summary>
internal sealed class UnaryExpression(SourceSpan span, TokenKind op, Expression operand) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var value = context.Evaluate(operand);
        return op == TokenKind.Exclamation ? !Conversions.ToBool(value) : Arithmetic.Sign(operand.Span, value, op == TokenKind.Minus);
    }
}

/// <summary><c>@f</c>: a function itself, not what it gives.</summary>
internal sealed class AliasExpression(SourceSpan span, Expression operand) : Expression(span)
{
    public override object? Evaluate(RenderContext context) => context.EvaluateUncalled(operand);
}

/// <summary><c>^list</c> among arguments: each item is an argument.</summary>
internal sealed class ExpandExpression(SourceSpan span, Expression operand) : Expression(span)
{
    public override object? Evaluate(RenderContext context) => context.Evaluate(operand);
}

/// <summary><c>++x</c>, <c>x++</c>, <c>--x</c>, <c>x--</c></summary>
internal sealed class IncrementExpression(SourceSpan span, PathExpression operand, int by, bool isPostfix) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var before = Arithmetic.Sign(operand.Span, context.Evaluate(operand), negate: false);
        var after = BinaryOperations.Evaluate(context, TokenKind.Plus, operand.Span, before, operand.Span, by, operand.Span);
        operand.Write(context, after);
        return isPostfix ? before : after;
    }
}

internal sealed class BinaryExpression(SourceSpan span, TokenKind op, SourceSpan opSpan, Expression left, Expression right) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var leftValue = context.Evaluate(left);
        switch (op)
        {
            case TokenKind.DoubleAmpersand:
                return Conversions.ToBool(leftValue) && Conversions.ToBool(context.Evaluate(right));
            case TokenKind.DoubleBar:
                return Conversions.ToBool(leftValue) || Conversions.ToBool(context.Evaluate(right));
            default:
                return BinaryOperations.Evaluate(context, op, opSpan, leftValue, left.Span, context.Evaluate(right), right.Span);
        }
    }
}

/// <summary><c>target = value</c> and the compound forms; null for the operator of a plain assignment.</summary>
internal sealed class AssignExpression(SourceSpan span, PathExpression target, TokenKind? op, Expression value) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        var result = context.Evaluate(value);
        if (op is { } operation)
            result = BinaryOperations.Evaluate(context, operation, Span, context.Evaluate(target), target.Span, result, value.Span);
        target.Write(context, result);
        return null;
    }
}

/// <summary><c>name: value</c> among arguments; without a value it stands for true.</summary>
internal sealed class NamedArgument(SourceSpan span, string name, Expression? value) : Expression(span)
{
    public string Name { get; } = name;

    public Expression? Value { get; } = value;

    public override object? Evaluate(RenderContext context) => Value is null ? true : context.Evaluate(Value);
}

internal sealed class AnonymousFunction(SourceSpan span, DefinedFunction function) : Expression(span)
{
    public override object? Evaluate(RenderContext context) => function;
}

internal sealed class CallExpression(SourceSpan span, Expression target, IReadOnlyList<Expression> arguments, bool hasParentheses) : Expression(span)
{
    public Expression Target { get; } = target;

    public IReadOnlyList<Expression> Arguments { get; } = arguments;

    /// <summary>Whether it was written <c>f(a, b)</c>, not <c>f a b</c>.</summary>
    public bool HasParentheses { get; } = hasParentheses;

    public override object? Evaluate(RenderContext context)
    {
        var function = context.EvaluateUncalled(Target) ?? throw Target.Error($"The function `{Target}` was not found");
        return Calls.Invoke(context, this, function, takesPipe: true, Arguments);
    }
}

/// <summary><c>from | to</c></summary>
internal sealed class PipeExpression(SourceSpan span, Expression from, Expression to) : Expression(span)
{
    public override object? Evaluate(RenderContext context)
    {
        context.Pipe.Push(from);
        var result = context.Evaluate(to);
        if (result is IScriptFunction && context.Pipe.IsNext(from))
            result = Calls.Invoke(context, to, result, takesPipe: true, []);
        if (context.Pipe.IsNext(from))
            throw to.Error($"Pipe expression destination `{to}` is not a valid function ");
        return result;
    }
}
