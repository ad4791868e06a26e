using System.Buffers;
using System.Globalization;
using System.Text;

namespace Briefing.Worker.Printing.Pdf;

/// <summary>Writes values and whole files (ISO 32000-1, 7.3 and 7.5). Keys stand in ordinal order.</summary>
internal static class PdfWriter
{
    /// <summary>The file with some objects put in the place of others, its table and trailer written anew.</summary>
    /// <param name="replaced">Objects' bytes from their number up to, not including, a stream's data or <c>endobj</c>.</param>
    /// <param name="identifier">The file identifier (14.4).</param>
    public static byte[] Rewrite(PdfFile file, IReadOnlyDictionary<int, byte[]> replaced, byte[] identifier)
    {
        var output = new ArrayBufferWriter<byte>(file.Bytes.Length + 1024);
        output.Write(file.Bytes[..(file.Objects.IsEmpty ? file.TableStart : file.Objects[0].Start)]);
        var offsets = new SortedDictionary<int, int>();
        foreach (var entry in file.Objects)
        {
            offsets[entry.Number] = output.WrittenCount;
            output.Write(replaced.TryGetValue(entry.Number, out var bytes) ? bytes : file.Bytes[entry.Start..entry.ValueEnd]);
            output.Write(file.Bytes[entry.ValueEnd..entry.End]);
        }

        var tableStart = output.WrittenCount;
        var size = offsets.Count == 0 ? 1 : offsets.Keys.Last() + 1;
        WriteTable(output, offsets, size);
        var id = new PdfString([.. identifier]);
        var trailer = file.Trailer.With("Size", new PdfNumber(size)).With("ID", new PdfArray([id, id]));
        output.Write("trailer\n"u8);
        Write(output, trailer);
        WriteAscii(output, $"\nstartxref\n{tableStart.ToString(CultureInfo.InvariantCulture)}\n%%EOF\n");
        return output.WrittenSpan.ToArray();
    }

    /// <summary>An object without a stream, as <see cref="Rewrite"/> takes it.</summary>
    public static byte[] Object(int number, PdfValue value)
    {
        var output = new ArrayBufferWriter<byte>();
        WriteAscii(output, $"{number.ToString(CultureInfo.InvariantCulture)} 0 obj\n");
        Write(output, value);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A text string (7.9.2.2): ASCII as it is, anything else as UTF-16.</summary>
    public static PdfString Text(string text) =>
        text.All(char.IsAscii)
            ? new PdfString([.. Encoding.ASCII.GetBytes(text)])
            : new PdfString([0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)]);

    private static void WriteTable(ArrayBufferWriter<byte> output, SortedDictionary<int, int> offsets, int size)
    {
        WriteAscii(output, $"xref\n0 {size.ToString(CultureInfo.InvariantCulture)}\n0000000000 65535 f \n");
        for (var number = 1; number < size; number++)
        {
            WriteAscii(output, offsets.TryGetValue(number, out var offset)
                ? $"{offset.ToString("D10", CultureInfo.InvariantCulture)} 00000 n \n"
                : "0000000000 00000 f \n");
        }
    }

    private static void Write(ArrayBufferWriter<byte> output, PdfValue value)
    {
        switch (value)
        {
            case PdfDictionary dictionary:
                output.Write("<<"u8);
                foreach (var (key, entry) in dictionary.Entries.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    WriteName(output, key);
                    output.Write(" "u8);
                    Write(output, entry);
                }

                output.Write(">>"u8);
                break;
            case PdfArray array:
                output.Write("["u8);
                foreach (var item in array.Items)
                {
                    Write(output, item);
                    output.Write(" "u8);
                }

                output.Write("]"u8);
                break;
            case PdfName name: WriteName(output, name.Text); break;
            case PdfString text: WriteAscii(output, $"<{Convert.ToHexString(text.Bytes.AsSpan())}>"); break;
            case PdfNumber number: WriteAscii(output, number.Number.ToString("0.######", CultureInfo.InvariantCulture)); break;
            case PdfReference reference: WriteAscii(output, $"{reference.ObjectNumber.ToString(CultureInfo.InvariantCulture)} 0 R"); break;
            case PdfKeyword keyword: WriteAscii(output, keyword.Word); break;
            default: throw new InvalidOperationException($"No such value: {value.GetType()}.");
        }
    }

    private static void WriteName(ArrayBufferWriter<byte> output, string name)
    {
        output.Write("/"u8);
        foreach (var character in name)
        {
            WriteAscii(output, char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '+'
                ? character.ToString()
                : $"#{(int)character:X2}");
        }
    }

    private static void WriteAscii(ArrayBufferWriter<byte> output, string text) => Encoding.ASCII.GetBytes(text, output);
}
