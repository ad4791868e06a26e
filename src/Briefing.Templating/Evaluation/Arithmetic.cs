using System.Numerics;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>Operators between two numbers of one type.</summary>
internal static class Arithmetic
{
    private const int LargestShift = Numbers.LargestBitLength;

    public static object? Sign(SourceSpan span, object? value, bool negate) => value switch
    {
        int number => negate ? unchecked(-number) : number,
        double number => negate ? -number : number,
        float number => negate ? -number : number,
        long number => negate ? unchecked(-number) : number,
        decimal number => negate ? -number : number,
        BigInteger number => negate ? -number : number,
        null => throw span.Error($"Operator `{(negate ? '-' : '+')}` is not supported"),
        _ => throw span.Error($"Unexpected value `{ValueText.Plain(value)} / Type: {TypeNames.Of(value)}`. Cannot negate(-)/positive(+) a non-numeric value"),
    };

    /// <summary>Between fractions: double, float or decimal; null for an operator they do not have.</summary>
    public static object? Fractions<T>(TokenKind op, T left, T right, Func<T, T> round)
        where T : INumber<T> => op switch
        {
            TokenKind.Divide => left / right,
            TokenKind.DoubleDivide => round(left / right),
            TokenKind.DoubleLess => left * T.CreateChecked(Math.Pow(2, double.CreateChecked(right))),
            TokenKind.DoubleGreater => left / T.CreateChecked(Math.Pow(2, double.CreateChecked(right))),
            _ => Common(op, left, right),
        };

    /// <summary>Between integers that fit an int; the result may be larger.</summary>
    public static object? SmallIntegers(TokenKind op, SourceSpan span, int left, int right)
    {
        var result = op switch
        {
            TokenKind.Divide => (double)left / right,
            TokenKind.DoubleDivide => (long)left / right,
            TokenKind.DoubleLess => new BigInteger(left) << Shift(span, right),
            TokenKind.DoubleGreater => new BigInteger(left) >> Shift(span, right),
            _ => Common(op, (long)left, right),
        };
        return Fit(result);
    }

    public static object? Integers(TokenKind op, SourceSpan span, BigInteger left, BigInteger right)
    {
        var result = op switch
        {
            TokenKind.Divide => (double)left / (double)right,
            TokenKind.DoubleDivide => left / right,
            TokenKind.DoubleLess => left << Shift(span, right),
            TokenKind.DoubleGreater => left >> Shift(span, right),
            _ => Common(op, left, right),
        };
        return Fit(result);
    }

    public static object? Compare<T>(TokenKind op, T left, T right)
        where T : IComparisonOperators<T, T, bool> => op switch
        {
            TokenKind.DoubleEqual => left == right,
            TokenKind.ExclamationEqual => left != right,
            TokenKind.Less => left < right,
            TokenKind.LessEqual => left <= right,
            TokenKind.Greater => left > right,
            TokenKind.GreaterEqual => left >= right,
            _ => null,
        };

    private static object? Common<T>(TokenKind op, T left, T right)
        where T : INumber<T> => op switch
        {
            TokenKind.Plus => left + right,
            TokenKind.Minus => left - right,
            TokenKind.Asterisk => left * right,
            TokenKind.Percent => left % right,
            _ => Compare(op, left, right),
        };

    private static object? Fit(object? result) => result switch
    {
        long number => Numbers.Fit(number),
        BigInteger number => Numbers.Fit(number),
        _ => result,
    };

    private static int Shift(SourceSpan span, BigInteger by) =>
        BigInteger.Abs(by) <= LargestShift ? (int)by : throw span.Error($"Shift amount `{by}` exceeds maximum supported magnitude `{LargestShift}`.");
}
