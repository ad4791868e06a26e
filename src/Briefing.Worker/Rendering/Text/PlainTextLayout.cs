using System.Globalization;
using System.Text;

namespace Briefing.Worker.Rendering.Text;

/// <summary>
/// Fills plain text to a number of columns. A template writes a paragraph as one line; what follows the first line hangs
/// under the text behind its list mark ("  3. ", "[12] ", "  - "), and quotation bars (&gt;, |) are repeated.
/// </summary>
internal static class PlainTextLayout
{
    public const int Columns = 72;

    public static string Fill(string text)
    {
        var output = new StringBuilder(text.Length + (text.Length / 16));
        var blank = true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimEnd();
            if (trimmed.IsEmpty)
            {
                // One empty line separates; more would only push the text off a small screen.
                if (!blank)
                    output.Append('\n');
                blank = true;
                continue;
            }

            blank = false;
            if (trimmed.Length <= Columns && Ascii.IsValid(trimmed))
                output.Append(trimmed).Append('\n');
            else
                FillLine(output, trimmed.ToString().Replace("\u200B", "", StringComparison.Ordinal));
        }

        while (output.Length > 1 && output[^1] == '\n' && output[^2] == '\n')
            output.Length--;
        return output.ToString();
    }

    private static void FillLine(StringBuilder output, string line)
    {
        if (TextWidth.Of(line) <= Columns)
        {
            output.Append(line).Append('\n');
            return;
        }

        var text = TextStart(line);
        var hanging = Hanging(line.AsSpan(0, text));
        output.Append(line, 0, text);
        var column = TextWidth.Of(line.AsSpan(0, text));
        var empty = true;
        foreach (var word in line[text..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width = TextWidth.Of(word);
            if (!empty && column + 1 + width > Columns)
            {
                output.Append('\n').Append(hanging);
                (column, empty) = (hanging.Length, true);
            }

            if (!empty)
            {
                output.Append(' ');
                column++;
            }

            column = width <= Columns - hanging.Length || IsAddress(word)
                ? Put(output, word, column + width)
                : PutInPieces(output, word, column, hanging);
            empty = false;
        }

        output.Append('\n');
    }

    private static int Put(StringBuilder output, string word, int column)
    {
        output.Append(word);
        return column;
    }

    // A word wider than the column, and text whose writing knows no spaces.
    private static int PutInPieces(StringBuilder output, string word, int column, string hanging)
    {
        foreach (var rune in word.EnumerateRunes())
        {
            var width = TextWidth.Of(rune);
            if (column + width > Columns)
            {
                output.Append('\n').Append(hanging);
                column = hanging.Length;
            }

            output.Append(rune.ToString());
            column += width;
        }

        return column;
    }

    // A broken address is no address.
    private static bool IsAddress(string word) => word.Contains("://", StringComparison.Ordinal) || word.Contains("mailto:", StringComparison.Ordinal);

    // Where the text begins behind indentation, one list mark and quotation bars.
    private static int TextStart(string line)
    {
        var at = SkipSpaces(line, 0);
        var mark = MarkEnd(line, at);
        if (mark > at && mark < line.Length && line[mark] == ' ')
            at = SkipSpaces(line, mark);
        while (at + 1 < line.Length && line[at] is '>' or '|' && line[at + 1] == ' ')
            at = SkipSpaces(line, at + 1);
        return at;
    }

    // "12." and "2.1", "[12]", "-", "*".
    private static int MarkEnd(string line, int at)
    {
        if (at >= line.Length)
            return at;
        if (line[at] is '-' or '*')
            return at + 1;
        var end = line[at] == '[' ? at + 1 : at;
        while (end < line.Length && (char.IsAsciiDigit(line[end]) || line[end] == '.'))
            end++;
        if (line[at] == '[')
            return end > at + 1 && end < line.Length && line[end] == ']' ? end + 1 : at;
        return end > at && line.AsSpan(at, end - at).Contains('.') && char.IsAsciiDigit(line[at]) ? end : at;
    }

    private static int SkipSpaces(string line, int at)
    {
        while (at < line.Length && line[at] == ' ')
            at++;
        return at;
    }

    private static string Hanging(ReadOnlySpan<char> mark)
    {
        var hanging = new char[mark.Length];
        for (var at = 0; at < mark.Length; at++)
            hanging[at] = mark[at] is '>' or '|' ? mark[at] : ' ';
        return new string(hanging);
    }
}

/// <summary>Columns that text takes in a fixed-width font (after Unicode TR 11; emoji and East Asian characters take two).</summary>
internal static class TextWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text.Length;
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (IsWide(rune.Value))
            return 2;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
    }

    /// <summary>Whether a line may end after it without a space: ideographs and kana, not Hangul, which spaces its words.</summary>
    public static bool BreaksAnywhere(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or
        (>= 0x2E80 and <= 0x303E) or
        (>= 0x3041 and <= 0xA4CF) or
        (>= 0xAC00 and <= 0xD7A3) or
        (>= 0xF900 and <= 0xFAFF) or
        (>= 0xFE30 and <= 0xFE6F) or
        (>= 0xFF00 and <= 0xFF60) or
        (>= 0xFFE0 and <= 0xFFE6) or
        (>= 0x1F300 and <= 0x1F64F) or
        (>= 0x1F680 and <= 0x1F6FF) or
        (>= 0x1F900 and <= 0x1FAFF) or
        (>= 0x20000 and <= 0x3FFFD);
}
