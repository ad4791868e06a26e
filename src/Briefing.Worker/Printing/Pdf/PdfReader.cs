using System.Buffers.Text;
using System.Collections.Immutable;
using System.Text;

namespace Briefing.Worker.Printing.Pdf;

/// <summary>Reads values from a PDF's bytes (ISO 32000-1, 7.2 and 7.3). A malformed value throws <see cref="InvalidDataException"/>.</summary>
internal ref struct PdfReader(ReadOnlySpan<byte> bytes, int position)
{
    // Deeper than anything a printer nests; a bound against a stack that runs out.
    private const int DeepestNesting = 64;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _depth;

    public int Position { get; private set; } = position;

    public PdfValue ReadValue()
    {
        if (++_depth > DeepestNesting)
            throw new InvalidDataException("The PDF nests too deep.");
        SkipSpace();
        var value = Peek() switch
        {
            (byte)'<' when Peek(1) == '<' => ReadDictionary(),
            (byte)'<' => ReadHexString(),
            (byte)'(' => ReadLiteralString(),
            (byte)'[' => ReadArray(),
            (byte)'/' => new PdfName(ReadName()),
            _ => ReadWord(),
        };
        _depth--;
        return value;
    }

    /// <summary>Skips white space, then the given word if it stands there.</summary>
    public bool TrySkip(ReadOnlySpan<byte> word)
    {
        SkipSpace();
        if (!_bytes[Position..].StartsWith(word))
            return false;
        Position += word.Length;
        return true;
    }

    public int ReadInteger()
    {
        SkipSpace();
        if (!Utf8Parser.TryParse(_bytes[Position..], out int number, out var length))
            throw Malformed("a whole number");
        Position += length;
        return number;
    }

    private PdfDictionary ReadDictionary()
    {
        Position += 2;
        var entries = new Dictionary<string, PdfValue>(StringComparer.Ordinal);
        while (!TrySkip(">>"u8))
        {
            if (Peek() != '/')
                throw Malformed("a key");
            var key = ReadName();
            entries[key] = ReadValue();
        }

        return new PdfDictionary(entries);
    }

    private PdfArray ReadArray()
    {
        Position++;
        var items = ImmutableArray.CreateBuilder<PdfValue>();
        while (!TrySkip("]"u8))
            items.Add(ReadValue());
        return new PdfArray(items.ToImmutable());
    }

    private string ReadName()
    {
        Position++;
        var name = new StringBuilder();
        while (!IsSpace(Peek()) && !IsDelimiter(Peek()))
        {
            var next = Take();
            if (next == '#' && HexValue(Peek()) >= 0 && HexValue(Peek(1)) >= 0)
                next = (byte)((HexValue(Take()) << 4) | HexValue(Take()));
            name.Append((char)next);
        }

        return name.ToString();
    }

    private PdfString ReadHexString()
    {
        Position++;
        var content = ImmutableArray.CreateBuilder<byte>();
        var high = -1;
        for (var next = Take(); next != '>'; next = Take())
        {
            var digit = HexValue(next);
            if (digit < 0)
                continue;
            if (high >= 0)
                content.Add((byte)((high << 4) | digit));
            high = high >= 0 ? -1 : digit;
        }

        // A missing last digit counts as 0.
        if (high >= 0)
            content.Add((byte)(high << 4));
        return new PdfString(content.ToImmutable());
    }

    private PdfString ReadLiteralString()
    {
        Position++;
        var content = ImmutableArray.CreateBuilder<byte>();
        for (var open = 1; ;)
        {
            var next = Take();
            if (next == '\\')
            {
                ReadEscape(content);
                continue;
            }

            open += next switch { (byte)'(' => 1, (byte)')' => -1, _ => 0 };
            if (open == 0)
                return new PdfString(content.ToImmutable());
            content.Add(next);
        }
    }

    private void ReadEscape(ImmutableArray<byte>.Builder content)
    {
        var next = Take();
        switch (next)
        {
            case (byte)'n': content.Add((byte)'\n'); break;
            case (byte)'r': content.Add((byte)'\r'); break;
            case (byte)'t': content.Add((byte)'\t'); break;
            case (byte)'b': content.Add((byte)'\b'); break;
            case (byte)'f': content.Add((byte)'\f'); break;
            case (byte)'\n': break;
            case (byte)'\r':
                if (Peek() == '\n')
                    Position++;
                break;
            case >= (byte)'0' and <= (byte)'7':
                var code = next - '0';
                for (var digits = 1; digits < 3 && Peek() is >= (byte)'0' and <= (byte)'7'; digits++)
                    code = (code << 3) | (Take() - '0');
                content.Add((byte)code);
                break;
            default: content.Add(next); break;
        }
    }

    private PdfValue ReadWord()
    {
        var start = Position;
        while (!IsSpace(Peek()) && !IsDelimiter(Peek()))
            Position++;
        var word = _bytes[start..Position];
        if (word.IsEmpty)
            throw Malformed("a value");
        if (!Utf8Parser.TryParse(word, out double number, out var length) || length != word.Length)
        {
            return word.SequenceEqual("true"u8) || word.SequenceEqual("false"u8) || word.SequenceEqual("null"u8)
                ? new PdfKeyword(Encoding.ASCII.GetString(word))
                : throw Malformed("a value");
        }

        return IsReference() ? new PdfReference((int)number) : new PdfNumber(number);
    }

    // After a number: "0 R" makes it a reference. Nothing is consumed otherwise.
    private bool IsReference()
    {
        var ahead = this;
        ahead.SkipSpace();
        if (!Utf8Parser.TryParse(ahead._bytes[ahead.Position..], out int _, out var length))
            return false;
        ahead.Position += length;
        if (!ahead.TrySkip("R"u8) || (!IsSpace(ahead.Peek()) && !IsDelimiter(ahead.Peek())))
            return false;
        Position = ahead.Position;
        return true;
    }

    private void SkipSpace()
    {
        while (Position < _bytes.Length)
        {
            if (_bytes[Position] == '%')
                Position += Math.Max(1, _bytes[Position..].IndexOfAny((byte)'\n', (byte)'\r'));
            else if (IsSpace(_bytes[Position]))
                Position++;
            else
                return;
        }
    }

    private readonly byte Peek(int ahead = 0) =>
        Position + ahead < _bytes.Length ? _bytes[Position + ahead] : throw Malformed("more");

    private byte Take()
    {
        var next = Peek();
        Position++;
        return next;
    }

    private static int HexValue(byte digit) => char.IsAsciiHexDigit((char)digit) ? Convert.ToInt32(((char)digit).ToString(), 16) : -1;

    private static bool IsSpace(byte value) => value is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(byte value) => "()<>[]{}/%"u8.Contains(value);

    private readonly InvalidDataException Malformed(string expected) =>
        new($"The PDF is malformed at byte {Position}: {expected} was expected.");
}
