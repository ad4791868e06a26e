using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Briefing.Core.Editions;

/// <summary>edition.json, read and written. The shape is a contract with other people's scripts: members are added, never renamed.</summary>
public static class EditionJson
{
    private static readonly EditionJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter<NewsStatus>(JsonNamingPolicy.CamelCase) },
        RespectRequiredConstructorParameters = true,
    });

    private static readonly JsonWriterOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
        // The serializer keeps to the grammar.
        SkipValidation = true,
    };

    /// <summary>UTF-8 without a byte-order mark, LF, ending in a line feed.</summary>
    public static byte[] Write(Edition edition)
    {
        using var pages = new BytePages();
        using (var writer = new Utf8JsonWriter(pages, Form))
            JsonSerializer.Serialize(writer, edition, Context.Edition);
        pages.Write("\n"u8);
        return pages.ToArray();
    }

    /// <exception cref="JsonException">It is not an edition; the message says where and what is missing.</exception>
    public static Edition Read(ReadOnlySpan<byte> utf8)
    {
        var edition = JsonSerializer.Deserialize(utf8, Context.Edition) ?? throw new JsonException("The file holds null, not an edition.");
        return edition.Schema == Edition.CurrentSchema
            ? edition
            : throw new JsonException($"The file's schema is \"{edition.Schema}\"; this version reads \"{Edition.CurrentSchema}\".");
    }
}

[JsonSerializable(typeof(Edition))]
internal sealed partial class EditionJsonContext : JsonSerializerContext;
