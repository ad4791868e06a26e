using System.Globalization;
using System.Numerics;
using System.Text;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Parsing;

/// <summary>The values of literals.</summary>
internal static class Literals
{
    // Beyond it no integer fits Numbers.LargestBitLength.
    private const int LongestInteger = 10_000;

    public static bool TryNumber(string text, TokenKind kind, out object? value)
    {
        switch (kind)
        {
            case TokenKind.Float:
                return TryFloat(text, out value);
            case TokenKind.Integer:
                return TryInteger(text.Replace("_", string.Empty, StringComparison.Ordinal), out value);
            default:
                return TryBits(text, kind == TokenKind.HexInteger ? 16 : 2, out value);
        }
    }

    /// <summary>The text of a string literal without its quotes, its escapes resolved.</summary>
    public static string Unescape(ReadOnlySpan<char> content)
    {
        var builder = new StringBuilder(content.Length);
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] != '\\' || at + 1 == content.Length)
            {
                builder.Append(content[at]);
                continue;
            }

            at++;
            switch (content[at])
            {
                case '\n':
                    break;
                case '\r':
                    at += at + 1 < content.Length && content[at + 1] == '\n' ? 1 : 0;
                    break;
                case 'u' or 'x':
                    var digits = Math.Min(content[at] == 'u' ? 4 : 2, content.Length - at - 1);
                    if (int.TryParse(content.Slice(at + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
                        builder.Append((char)code);
                    at += digits;
                    break;
                default:
                    builder.Append(Escaped(content[at]));
                    break;
            }
        }

        return builder.ToString();
    }

    /// <summary>The text of a verbatim string without its quotes: two backticks stand for one.</summary>
    public static string Verbatim(ReadOnlySpan<char> content) => content.ToString().Replace("``", "`", StringComparison.Ordinal);

    private static char Escaped(char c) => c switch
    {
        '0' => '\0',
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'v' => '\v',
        _ => c,
    };

    private static bool TryInteger(string text, out object? value)
    {
        const NumberStyles style = NumberStyles.Integer | NumberStyles.AllowExponent;
        value = null;
        if (long.TryParse(text, style, CultureInfo.InvariantCulture, out var number))
            value = Numbers.Fit(number);
        else if (IsShort(text) && BigInteger.TryParse(text, style, CultureInfo.InvariantCulture, out var large) && large.GetBitLength() <= Numbers.LargestBitLength)
            value = large;
        return value is not null;
    }

    /// <summary>Refuses before it is computed what would take long to compute.</summary>
    private static bool IsShort(string text)
    {
        var exponentAt = text.IndexOfAny(['e', 'E']);
        return text.Length <= LongestInteger
            && (exponentAt < 0 || (int.TryParse(text.AsSpan(exponentAt + 1), CultureInfo.InvariantCulture, out var exponent) && exponent <= LongestInteger));
    }

    private static bool TryFloat(string text, out object? value)
    {
        const NumberStyles style = NumberStyles.Float;
        value = null;
        var digits = char.IsAsciiLetter(text[^1]) ? text.AsSpan(0, text.Length - 1) : text;
        if (text[^1] is 'f' or 'F')
            value = float.TryParse(digits, style, CultureInfo.InvariantCulture, out var single) ? single : null;
        else if (text[^1] is 'm' or 'M')
            value = decimal.TryParse(digits, style, CultureInfo.InvariantCulture, out var exact) ? exact : null;
        else
            value = double.TryParse(digits, style, CultureInfo.InvariantCulture, out var number) ? number : null;
        return value is not null;
    }

    /// <summary>As an int or a long of these bits; marked u, as the positive number.</summary>
    private static bool TryBits(string text, int radix, out object? value)
    {
        value = null;
        var isUnsigned = text[^1] is 'u' or 'U';
        var digits = text[2..(isUnsigned ? ^1 : ^0)].Replace("_", string.Empty, StringComparison.Ordinal).TrimStart('0');
        if (digits.Length > (radix == 16 ? 16 : 64))
            return false;
        var bits = digits.Length == 0 ? 0UL : Convert.ToUInt64(digits, radix);
        value = (isUnsigned, bits <= uint.MaxValue) switch
        {
            (true, true) => (long)bits,
            (true, false) => new BigInteger(bits),
            (false, true) => (object)unchecked((int)(uint)bits),
            (false, false) => unchecked((long)bits),
        };
        return true;
    }
}
