using System.Text;

namespace Briefing.Worker.Rendering;

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
