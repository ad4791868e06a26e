using System.Collections.Immutable;

namespace Briefing.Worker.Printing.Pdf;

/// <summary>
/// A PDF as Chromium writes it: one section of objects with one classic cross-reference table (ISO 32000-1, 7.5.4), no
/// object streams, no encryption, no updates. Anything else is refused rather than half understood.
/// </summary>
internal sealed class PdfFile
{
    private readonly byte[] _bytes;
    private readonly Dictionary<int, int> _position;

    private PdfFile(byte[] bytes, ImmutableArray<PdfObject> objects, PdfDictionary trailer, int tableStart)
    {
        _bytes = bytes;
        Objects = objects;
        Trailer = trailer;
        TableStart = tableStart;
        _position = objects.Select((entry, index) => (entry.Number, index)).ToDictionary(pair => pair.Number, pair => pair.index);
    }

    /// <summary>In the order they stand in the file.</summary>
    public ImmutableArray<PdfObject> Objects { get; }

    public PdfDictionary Trailer { get; }

    /// <summary>Where the objects end and the cross-reference table begins.</summary>
    public int TableStart { get; }

    public ReadOnlySpan<byte> Bytes => _bytes;

    public PdfDictionary Catalog => Dictionary(Trailer["Root"]) ?? throw new InvalidDataException("The PDF has no catalog.");

    /// <summary>The object that a reference means, or the value itself; null where there is none.</summary>
    public PdfValue? Resolve(PdfValue? value) =>
        value is PdfReference reference
            ? _position.TryGetValue(reference.ObjectNumber, out var index) ? Objects[index].Value : null
            : value;

    public PdfDictionary? Dictionary(PdfValue? value) => Resolve(value) as PdfDictionary;

    /// <exception cref="InvalidDataException">It is not a PDF of the kind described above.</exception>
    public static PdfFile Parse(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("%PDF-"u8))
            throw new InvalidDataException("This is no PDF.");
        var announced = bytes.AsSpan().LastIndexOf("startxref"u8);
        if (announced < 0)
            throw new InvalidDataException("The PDF has no startxref.");
        var tableStart = new PdfReader(bytes, announced + "startxref"u8.Length).ReadInteger();
        if (tableStart <= 0 || tableStart >= bytes.Length)
            throw new InvalidDataException("The PDF's cross-reference table lies outside of it.");

        var table = new PdfReader(bytes, tableStart);
        var offsets = ReadTable(ref table);
        if (table.ReadValue() is not PdfDictionary trailer || trailer["Prev"] is not null || trailer["Encrypt"] is not null)
            throw new InvalidDataException("The PDF has been updated or encrypted.");
        return new PdfFile(bytes, ReadObjects(bytes, offsets, tableStart), trailer, tableStart);
    }

    // Entries of 20 bytes: offset, generation, n for an object in use or f for a free number.
    private static SortedDictionary<int, int> ReadTable(ref PdfReader table)
    {
        if (!table.TrySkip("xref"u8))
            throw new InvalidDataException("The PDF has no classic cross-reference table.");
        var offsets = new SortedDictionary<int, int>();
        while (!table.TrySkip("trailer"u8))
        {
            var first = table.ReadInteger();
            var count = table.ReadInteger();
            for (var number = first; number < first + count; number++)
            {
                var offset = table.ReadInteger();
                table.ReadInteger();
                if (table.TrySkip("n"u8))
                    offsets[offset] = number;
                else if (!table.TrySkip("f"u8))
                    throw new InvalidDataException("The PDF's cross-reference table is malformed.");
            }
        }

        return offsets;
    }

    private static ImmutableArray<PdfObject> ReadObjects(byte[] bytes, SortedDictionary<int, int> offsets, int tableStart)
    {
        var objects = ImmutableArray.CreateBuilder<PdfObject>(offsets.Count);
        var ends = offsets.Keys.Skip(1).Append(tableStart);
        foreach (var ((start, number), end) in offsets.Zip(ends))
        {
            if (start < 0 || end > bytes.Length)
                throw new InvalidDataException("The PDF names an object outside of itself.");
            var reader = new PdfReader(bytes.AsSpan(0, end), start);
            if (reader.ReadInteger() != number || reader.ReadInteger() != 0 || !reader.TrySkip("obj"u8))
                throw new InvalidDataException($"The PDF's object {number} is not where the table says.");
            var value = reader.ReadValue();
            objects.Add(new PdfObject(number, start, reader.Position, end, value));
        }

        return objects.MoveToImmutable();
    }
}

/// <param name="Start">Offset of the object's number.</param>
/// <param name="ValueEnd">Where its value ends; a stream's data and <c>endobj</c> follow.</param>
/// <param name="End">Where the next object begins.</param>
internal sealed record PdfObject(int Number, int Start, int ValueEnd, int End, PdfValue Value);

/// <summary>A value as the PDF reference defines them (ISO 32000-1, 7.3), without streams: those keep their bytes.</summary>
internal abstract record PdfValue;

internal sealed record PdfDictionary(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue
{
    /// <summary>Null where the key is absent.</summary>
    public PdfValue? this[string key] => Entries.GetValueOrDefault(key);

    public PdfDictionary With(string key, PdfValue value) =>
        new(new Dictionary<string, PdfValue>(Entries, StringComparer.Ordinal) { [key] = value });

    public PdfDictionary Without(string key)
    {
        var entries = new Dictionary<string, PdfValue>(Entries, StringComparer.Ordinal);
        entries.Remove(key);
        return new PdfDictionary(entries);
    }
}

internal sealed record PdfArray(ImmutableArray<PdfValue> Items) : PdfValue;

/// <param name="Text">Without the solidus, escapes resolved.</param>
internal sealed record PdfName(string Text) : PdfValue;

/// <param name="Bytes">Escapes resolved.</param>
internal sealed record PdfString(ImmutableArray<byte> Bytes) : PdfValue;

internal sealed record PdfNumber(double Number) : PdfValue;

internal sealed record PdfReference(int ObjectNumber) : PdfValue;

/// <param name="Word">true, false or null.</param>
internal sealed record PdfKeyword(string Word) : PdfValue;
