using System.Globalization;
using System.Numerics;
using System.Text;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>Operators between two values: which types they are brought to, and what they then do.</summary>
internal static class BinaryOperations
{
    public static object? Evaluate(
        RenderContext context, TokenKind op, SourceSpan span, object? left, SourceSpan leftSpan, object? right, SourceSpan rightSpan)
    {
        switch (op)
        {
            case TokenKind.DoubleQuestion:
                return left ?? right;
            case TokenKind.QuestionExclamation:
                return left is null ? null : right;
        }

        try
        {
            if (left is string or char || right is string or char)
                return WithText(context, op, span, left, leftSpan, right, rightSpan);
            if (left is null || right is null)
                return WithNull(op, left, right);
            if (left is EmptyObject || right is EmptyObject)
                return WithEmpty(op, span, left, right);
            if (left is ScriptArray or ScriptRange || right is ScriptArray or ScriptRange)
                return ListOperations.Evaluate(context, op, span, left, right);
            return OfValues(context, op, span, left, right) ?? throw Unsupported(op, span, left, right);
        }
        catch (Exception fault) when (fault is ArithmeticException)
        {
            throw span.Error(fault.Message, fault);
        }
    }

    public static string SymbolOf(SourceSpan span, TokenKind op) => op switch
    {
        TokenKind.DoubleEqual => "==",
        TokenKind.ExclamationEqual => "!=",
        TokenKind.Plus => "+",
        TokenKind.Minus => "-",
        TokenKind.Asterisk => "*",
        TokenKind.Divide => "/",
        TokenKind.DoubleDivide => "//",
        TokenKind.Percent => "%",
        TokenKind.Less => "<",
        TokenKind.LessEqual => "<=",
        TokenKind.Greater => ">",
        TokenKind.GreaterEqual => ">=",
        TokenKind.DoubleLess => "<<",
        TokenKind.DoubleGreater => ">>",
        TokenKind.DoubleDot => "..",
        TokenKind.DoubleDotLess => "..<",
        _ => span.ToString(),
    };

    private static object WithText(
        RenderContext context, TokenKind op, SourceSpan span, object? left, SourceSpan leftSpan, object? right, SourceSpan rightSpan)
    {
        if (op == TokenKind.Asterisk)
            return right is string or char ? Repeat(context, leftSpan, right, left) : Repeat(context, rightSpan, left, right);
        var leftText = ValueText.Of(context, leftSpan, left);
        var rightText = ValueText.Of(context, rightSpan, right);
        var order = string.CompareOrdinal(leftText, rightText);
        switch (op)
        {
            case TokenKind.Plus:
                context.CheckLength(span, (long)(leftText?.Length ?? 0) + (rightText?.Length ?? 0));
                return leftText + rightText;
            case TokenKind.DoubleEqual:
                return order == 0;
            case TokenKind.ExclamationEqual:
                return order != 0;
            default:
                return Arithmetic.Compare(op, order, 0) ?? throw span.Error($"Operator `{SymbolOf(span, op)}` is not supported on string objects");
        }
    }

    private static string Repeat(RenderContext context, SourceSpan timesSpan, object? text, object? times)
    {
        int count;
        try
        {
            count = Conversions.ToInt(timesSpan, times);
        }
        catch (TemplateException fault)
        {
            throw timesSpan.Error("Expecting an integer. The operator `*` is not supported for the expression. Only working on string x int or int x string", fault);
        }

        var part = ValueText.Of(context, timesSpan, text) ?? string.Empty;
        if (count <= 0 || part.Length == 0)
            return string.Empty;
        context.CheckLength(timesSpan, (long)part.Length * count);
        return new StringBuilder(part.Length * count).Insert(0, part, count).ToString();
    }

    private static object? WithNull(TokenKind op, object? left, object? right) => op switch
    {
        TokenKind.DoubleEqual => left is null && right is null,
        TokenKind.ExclamationEqual => left is not null || right is not null,
        TokenKind.Less or TokenKind.LessEqual or TokenKind.Greater or TokenKind.GreaterEqual => false,
        _ => null,
    };

    private static object? WithEmpty(TokenKind op, SourceSpan span, object left, object right)
    {
        var bothEmpty = left is EmptyObject && right is EmptyObject;
        var isEmpty = bothEmpty ? true : Conversions.IsEmpty(left is EmptyObject ? right : left);
        return op switch
        {
            TokenKind.DoubleEqual or TokenKind.LessEqual or TokenKind.GreaterEqual => isEmpty,
            TokenKind.ExclamationEqual => isEmpty is bool truth ? !truth : isEmpty,
            TokenKind.Less or TokenKind.Greater => false,
            TokenKind.DoubleLess or TokenKind.DoubleGreater when !bothEmpty => throw span.Error($"Operator `{SymbolOf(span, op)}` is not implemented for `empty`"),
            _ => EmptyObject.Instance,
        };
    }

    /// <summary>The wider type wins: decimal, double, float, the integers, bool; then dates, and equality of anything.</summary>
    private static object? OfValues(RenderContext context, TokenKind op, SourceSpan span, object left, object right)
    {
        if (op is TokenKind.DoubleDot or TokenKind.DoubleDotLess)
            return Range(context, op, span, left, right);
        if (left is decimal || right is decimal)
            return Arithmetic.Fractions(op, Conversions.ToDecimal(span, left), Conversions.ToDecimal(span, right), Math.Round);
        if (left is double || right is double)
            return Arithmetic.Fractions(op, Conversions.ToDouble(span, left), Conversions.ToDouble(span, right), Math.Round);
        if (left is float || right is float)
            return Arithmetic.Fractions(op, Conversions.ToFloat(span, left), Conversions.ToFloat(span, right), quotient => (int)quotient);
        if (left is BigInteger or long or ulong or uint || right is BigInteger or long or ulong or uint)
            return Arithmetic.Integers(op, span, Conversions.ToInteger(span, left), Conversions.ToInteger(span, right));
        if (left is int or Enum || right is int or Enum)
            return Arithmetic.SmallIntegers(op, span, Conversions.ToInt(span, left), Conversions.ToInt(span, right));
        if (left is bool || right is bool)
            return OfTruths(op, Conversions.ToBool(left), Conversions.ToBool(right));
        return OfTimes(op, left, right) ?? OfObjects(op, left, right);
    }

    private static object? OfTruths(TokenKind op, bool left, bool right) => op switch
    {
        TokenKind.DoubleEqual => left == right,
        TokenKind.ExclamationEqual => left != right,
        _ => null,
    };

    private static object? OfTimes(TokenKind op, object left, object right) => (left, right) switch
    {
        (DateTime from, DateTime to) => op == TokenKind.Minus ? from - to : Arithmetic.Compare(op, from.Ticks, to.Ticks),
        (DateTime from, TimeSpan by) when op == TokenKind.Plus => from + by,
        (TimeSpan from, TimeSpan by) when op == TokenKind.Plus => from + by,
        (TimeSpan from, TimeSpan by) when op == TokenKind.Minus => from - by,
        (TimeSpan from, TimeSpan to) => Arithmetic.Compare(op, from.Ticks, to.Ticks),
        _ => null,
    };

    private static object? OfObjects(TokenKind op, object left, object right) => op switch
    {
        TokenKind.DoubleEqual => left.Equals(right),
        TokenKind.ExclamationEqual => !left.Equals(right),
        _ => null,
    };

    private static ScriptRange Range(RenderContext context, TokenKind op, SourceSpan span, object left, object right)
    {
        if (!IsInteger(left) || !IsInteger(right))
            throw Unsupported(op, span, left, right);
        var first = Conversions.ToInteger(span, left);
        var last = Conversions.ToInteger(span, right);
        var count = BigInteger.Abs(last - first) + (op == TokenKind.DoubleDot ? 1 : 0);
        if (count > context.Options.Limits.LoopRounds)
            throw span.Error($"Range expression exceeds LoopLimit `{context.Options.Limits.LoopRounds}`.");
        return ScriptRange.Integers((long)first, (int)count, upwards: first < last);
    }

    private static bool IsInteger(object value) => value is int or long or uint or ulong or Enum || (value is BigInteger big && big.GetBitLength() < 64);

    private static TemplateException Unsupported(TokenKind op, SourceSpan span, object left, object right) => span.Error(string.Create(
        CultureInfo.InvariantCulture,
        $"Unsupported types `{ValueText.Plain(left)}/{TypeNames.Of(left)}` {SymbolOf(span, op)} `{ValueText.Plain(right)}/{TypeNames.Of(right)}` for binary operation"));
}
