using System.Numerics;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>math</c> object.</summary>
internal static class MathBuiltIns
{
    public static ScriptObject Create()
    {
        var maths = new ScriptObject();
        maths.Add("abs", "value", Abs);
        maths.Add("ceil", "value:double", call => Math.Ceiling(call.Double(0)));
        maths.Add("floor", "value:double", call => Math.Floor(call.Double(0)));
        maths.Add("round", "value:double precision:int=0", Round);
        maths.Add("divided_by", "value:double divisor", DividedBy);
        maths.Add("minus", "value with", call => Operate(call, TokenKind.Minus));
        maths.Add("modulo", "value with", call => Operate(call, TokenKind.Percent));
        maths.Add("plus", "value with", call => Operate(call, TokenKind.Plus));
        maths.Add("times", "value with", call => Operate(call, TokenKind.Asterisk));
        maths.Add("is_number", "value", call => Numbers.IsNumber(call[0]));
        maths.Add("format", "value format:text culture:text=null", call =>
            call[0] is null || Numbers.IsNumber(call[0]) ? Formatting.Format(call) : throw call.Error($"Unexpected `{ValueText.Plain(call[0])}`. Must be a formattable number"));
        return maths;
    }

    private static object? Abs(Call call) => call[0] switch
    {
        null => null,
        int number => number == int.MinValue ? throw call.Error("Negating the minimum value of a twos complement number is invalid.") : Math.Abs(number),
        long number => number == long.MinValue ? throw call.Error("Negating the minimum value of a twos complement number is invalid.") : Math.Abs(number),
        float number => Math.Abs(number),
        double number => Math.Abs(number),
        decimal number => Math.Abs(number),
        BigInteger number => BigInteger.Abs(number),
        var value when Numbers.IsPrimitive(value) => value,
        var value => throw call.Error($"The value `{ValueText.Plain(value)}` is not a number"),
    };

    /// <summary>To even where two are equally near, as .NET rounds.</summary>
    private static object Round(Call call) => call.Int(1) is >= 0 and <= 15
        ? Math.Round(call.Double(0), call.Int(1))
        : throw call.Error("Rounding digits must be between 0 and 15, inclusive. (Parameter 'digits')");

    private static object? DividedBy(Call call)
    {
        var result = Operate(call, TokenKind.Divide);
        return call[1] is int && result is double quotient ? unchecked((int)Math.Floor(quotient)) : result;
    }

    private static object? Operate(Call call, TokenKind op) =>
        BinaryOperations.Evaluate(call.Context, op, call.Caller.Span, call[0], call.Caller.Span, call[1], call.Caller.Span);
}
