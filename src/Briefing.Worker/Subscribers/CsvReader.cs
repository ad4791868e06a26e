using System.Text;

namespace Briefing.Worker.Subscribers;

/// <summary>Reads CSV (RFC 4180) as spreadsheets write it: commas, quotes, any line ends.</summary>
internal static class CsvReader
{
    // Bounds what one quote that was never closed can cost, on every line of a file.
    private const int LongestRecord = 64 * 1024;

    /// <summary>The records that are not blank. One that is broken has its fault, and reading goes on with the line after its first.</summary>
    public static IEnumerable<CsvRecord> Read(string text)
    {
        var cursor = new Cursor(text, text.StartsWith('\uFEFF') ? 1 : 0, 1);
        while (cursor.At < text.Length)
        {
            var start = cursor;
            var cells = new List<string>();
            var fault = ReadRecord(ref cursor, cells);
            if (fault is not null)
            {
                cursor = start;
                cursor.SkipLine();
                yield return new CsvRecord(start.Line, [], fault);
            }
            else if (cells is not [""])
                yield return new CsvRecord(start.Line, [.. cells], null);
        }
    }

    private static string? ReadRecord(ref Cursor cursor, List<string> cells)
    {
        var start = cursor.At;
        while (true)
        {
            if (cursor.Peek == '"')
            {
                if (ReadQuoted(ref cursor, start) is not { } cell)
                    return "a quote is opened here and not closed";
                cells.Add(cell);
            }
            else
                cells.Add(cursor.TakeUntilEndOfCell());

            if (cursor.Peek == ',')
                cursor.Step();
            else if (cursor.TakeLineEnd())
                return null;
            else
                return "after a closing quote a comma or the line's end should follow";
        }
    }

    private static string? ReadQuoted(ref Cursor cursor, int start)
    {
        var cell = new StringBuilder();
        cursor.Step();
        while (cursor.Peek is { } next)
        {
            if (cursor.At - start > LongestRecord)
                return null;
            cursor.Step();
            if (next == '"')
            {
                if (cursor.Peek != '"')
                    return cell.ToString();
                cursor.Step();
            }

            cell.Append(next);
        }

        return null;
    }

    /// <summary>A place in the text, and its line.</summary>
    private struct Cursor(string text, int at, int line)
    {
        public int At { get; private set; } = at;

        public int Line { get; private set; } = line;

        /// <summary>Null at the end.</summary>
        public readonly char? Peek => At < text.Length ? text[At] : null;

        public void Step()
        {
            if (text[At] == '\n' || (text[At] == '\r' && (At + 1 == text.Length || text[At + 1] != '\n')))
                Line++;
            At++;
        }

        public string TakeUntilEndOfCell()
        {
            var length = text.AsSpan(At).IndexOfAny(",\r\n");
            var cell = length < 0 ? text[At..] : text.Substring(At, length);
            At += cell.Length;
            return cell;
        }

        /// <returns>Whether a line, or the text, ends here.</returns>
        public bool TakeLineEnd()
        {
            if (Peek == '\r')
            {
                Step();
                if (Peek == '\n')
                    Step();
                return true;
            }

            if (Peek == '\n')
                Step();
            else
                return Peek is null;
            return true;
        }

        public void SkipLine()
        {
            var length = text.AsSpan(At).IndexOfAny('\r', '\n');
            At = length < 0 ? text.Length : At + length;
            TakeLineEnd();
        }
    }
}

/// <param name="Line">Of its beginning, from 1.</param>
/// <param name="Fault">Why it could not be read; null when it was.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells, string? Fault);
