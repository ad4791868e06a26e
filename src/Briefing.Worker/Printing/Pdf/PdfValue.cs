using System.Collections.Immutable;

namespace Briefing.Worker.Printing.Pdf;

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
