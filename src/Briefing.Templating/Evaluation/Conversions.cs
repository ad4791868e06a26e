using System.Collections;
using System.Globalization;
using System.Numerics;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>How values become other types, as Scriban converts them.</summary>
internal static class Conversions
{
    /// <summary>Only null, false and <c>empty</c> are false: 0 and an empty string are true.</summary>
    public static bool ToBool(object? value) => value switch
    {
        null or EmptyObject => false,
        bool truth => truth,
        _ => true,
    };

    /// <summary>Texts that hold an integer are taken too, and fractions rounded; null is 0.</summary>
    public static int ToInt(SourceSpan span, object? value)
    {
        try
        {
            return value switch
            {
                null => 0,
                int number => number,
                BigInteger number => (int)number,
                _ => Convert.ToInt32(value, CultureInfo.InvariantCulture),
            };
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or InvalidCastException)
        {
            throw Impossible(span, value, "int", fault);
        }
    }

    public static double ToDouble(SourceSpan span, object? value) =>
        FromPrimitive(span, value, "double", v => v is BigInteger big ? (double)big : Convert.ToDouble(v, CultureInfo.InvariantCulture));

    public static float ToFloat(SourceSpan span, object? value) =>
        FromPrimitive(span, value, "float", v => v is BigInteger big ? (float)big : Convert.ToSingle(v, CultureInfo.InvariantCulture));

    public static decimal ToDecimal(SourceSpan span, object? value) =>
        FromPrimitive(span, value, "decimal", v => v is BigInteger big ? (decimal)big : Convert.ToDecimal(v, CultureInfo.InvariantCulture));

    public static BigInteger ToInteger(SourceSpan span, object? value) => FromPrimitive(span, value, "bigint", v => v switch
    {
        BigInteger big => big,
        bool truth => truth ? BigInteger.One : BigInteger.Zero,
        char c => c,
        float number => new BigInteger(number),
        double number => new BigInteger(number),
        decimal number => new BigInteger(number),
        ulong number => number,
        _ => Convert.ToInt64(v, CultureInfo.InvariantCulture),
    });

    /// <summary>Whether it holds nothing; null for null. Quirk kept from Scriban: an object of another kind is empty where it has members.</summary>
    public static object? IsEmpty(object? value) => value switch
    {
        null => null,
        IEnumerable items when Sequences.Of(items) is { } sequence => !sequence.Any(),
        EmptyObject => false,
        _ when Numbers.IsPrimitive(value) => false,
        EncodedText => true,
        _ => TypeMembers.Of(value.GetType()).Count > 0,
    };

    public static TemplateException Impossible(SourceSpan span, object? value, string wanted, Exception? cause = null) =>
        span.Error($"Unable to convert type `{TypeNames.Of(value)}` to {wanted}", cause);

    private static T FromPrimitive<T>(SourceSpan span, object? value, string wanted, Func<object, T> convert)
        where T : struct
    {
        if (value is null)
            return default;
        if (value is T same)
            return same;
        if (!Numbers.IsPrimitive(value))
            throw Impossible(span, value, wanted);
        try
        {
            return convert(value);
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or InvalidCastException)
        {
            throw Impossible(span, value, wanted, fault);
        }
    }
}
