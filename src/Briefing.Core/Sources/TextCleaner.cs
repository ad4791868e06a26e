using System.Buffers;
using System.Text;

namespace Briefing.Core.Sources;

/// <summary>Brings decoded text into the form in which it is kept: LF line ends, no control characters, no lone surrogates.</summary>
internal static class TextCleaner
{
    private static readonly SearchValues<char> Unclean = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(c => char.IsControl(c) && c is not ('\n' or '\t')), '\u2028', '\u2029', '\uFEFF']);

    public static string Clean(string decoded)
    {
        var first = IndexOfUnclean(decoded);
        if (first < 0)
            return decoded;
        var builder = new StringBuilder(decoded.Length);
        builder.Append(decoded, 0, first);
        for (var at = first; at < decoded.Length; at++)
        {
            var c = decoded[at];
            if (c == '\r')
            {
                if (at + 1 >= decoded.Length || decoded[at + 1] != '\n')
                    builder.Append('\n');
            }
            else if (IsWholeSurrogatePair(decoded, at))
            {
                builder.Append(c).Append(decoded[++at]);
            }
            else
            {
                AppendClean(builder, c);
            }
        }

        return builder.ToString();
    }

    // Spans count UTF-16 units of the cleaned text, so replacing one unit by one keeps neighbours readable.
    private static void AppendClean(StringBuilder builder, char c)
    {
        switch (c)
        {
            // Line and paragraph separators, next line, form feed and vertical tab part lines as people see them.
            case '\u2028' or '\u2029' or '\u0085' or '\f' or '\v':
                builder.Append('\n');
                break;
            case '\uFEFF':
                break;
            case '\n' or '\t':
                builder.Append(c);
                break;
            default:
                builder.Append(char.IsControl(c) ? ' ' : char.IsSurrogate(c) ? '\uFFFD' : c);
                break;
        }
    }

    private static bool IsWholeSurrogatePair(string text, int at) =>
        char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);

    private static int IndexOfUnclean(string text)
    {
        var unclean = text.AsSpan().IndexOfAny(Unclean);
        var surrogate = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        return unclean < 0 ? surrogate : surrogate < 0 ? unclean : Math.Min(unclean, surrogate);
    }
}
