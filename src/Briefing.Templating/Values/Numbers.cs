using System.Numerics;

namespace Briefing.Templating.Values;

/// <summary>Integers are kept in the smallest of int, long and BigInteger that holds them.</summary>
internal static class Numbers
{
    /// <summary>Larger integers are refused: their arithmetic and their text cost more than any template needs.</summary>
    public const int LargestBitLength = 1 << 15;

    public static object Fit(long value) => value is >= int.MinValue and <= int.MaxValue ? (object)(int)value : value;

    public static object Fit(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
            return Fit((long)value);
        return value.GetBitLength() <= LargestBitLength ? value : throw new OverflowException("The integer is too large.");
    }

    public static bool IsNumber(object? value) =>
        value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal or BigInteger;

    /// <summary>What Scriban calls primitive: numbers, booleans and characters.</summary>
    public static bool IsPrimitive(object value) => IsNumber(value) || value is bool or char;
}
