using System.Text.Json;
using Briefing.Core.Reprints;

namespace Briefing.Worker.Clustering;

/// <summary>Reads one line of a corpus after the other. Decodes the title and the text alone, the text straight into the reader of words.</summary>
internal sealed class ArticleLine(Utf8Tokenizer words)
{
    private byte[] _title = [];
    private int _titleLength;

    /// <summary>The line does not say when it was published, or not in ISO 8601.</summary>
    public const long Undated = long.MaxValue;

    /// <summary>Where the id stands in the line: a JSON string with its quotation marks, or a number.</summary>
    public Range Id { get; private set; }

    /// <summary>Seconds since 1970, UTC.</summary>
    public long Published { get; private set; }

    /// <summary>Bytes of text now in the reader of words; -1 for none.</summary>
    public int TextLength { get; private set; }

    /// <summary>As UTF-8; empty when the line has none. Valid until the next line.</summary>
    public ReadOnlySpan<byte> Title => _title.AsSpan(0, _titleLength);

    /// <summary>As UTF-8. Valid until the next line.</summary>
    public ReadOnlySpan<byte> Text => words.Reserve(TextLength);

    /// <param name="line">One JSON object. Unknown members are ignored; of repeated ones the last counts.</param>
    /// <returns>What is wrong with the line; null when nothing is.</returns>
    public string? Read(ReadOnlySpan<byte> line)
    {
        (Id, Published, TextLength, _titleLength) = (default, Undated, -1, 0);
        var reader = new Utf8JsonReader(line);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return "not a JSON object";
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (ReadMember(ref reader) is { } fault)
                    return fault;
            }

            // Past the object's end: throws where anything but space follows.
            reader.Read();
        }
        catch (JsonException broken)
        {
            return $"broken JSON at byte {broken.BytePositionInLine + 1}";
        }
        catch (InvalidOperationException)
        {
            return "not valid UTF-8";
        }

        if (Id.Equals(default))
            return "no id";
        return TextLength < 0 ? "no text" : null;
    }

    private string? ReadMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("text"u8))
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                return "text is not a string";
            TextLength = reader.TokenType == JsonTokenType.Null ? -1 : reader.CopyString(words.Reserve(reader.ValueSpan.Length));
            return null;
        }

        if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                return "id is neither a string nor a number";
            Id = (int)reader.TokenStartIndex..(int)reader.BytesConsumed;
            return null;
        }

        if (reader.ValueTextEquals("title"u8))
        {
            reader.Read();
            ReadTitle(ref reader);
            return null;
        }

        var isDate = reader.ValueTextEquals("published"u8) || reader.ValueTextEquals("date"u8);
        reader.Read();
        if (isDate && reader.TokenType == JsonTokenType.String)
            Published = InstantOf(ref reader);
        reader.Skip();
        return null;
    }

    // A day or an hour without a zone is taken as UTC: the runtime would take the machine's.
    private static long InstantOf(ref Utf8JsonReader reader)
    {
        if (reader.TryGetDateTime(out var local) && local.Kind == DateTimeKind.Unspecified)
            return new DateTimeOffset(local, TimeSpan.Zero).ToUnixTimeSeconds();
        return reader.TryGetDateTimeOffset(out var at) ? at.ToUnixTimeSeconds() : Undated;
    }

    // A title that is no string is none.
    private void ReadTitle(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            if (_title.Length < reader.ValueSpan.Length)
                _title = new byte[2 * reader.ValueSpan.Length];
            _titleLength = reader.CopyString(_title);
        }

        reader.Skip();
    }
}
