using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Briefing.Core.Model;

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
        using var pages = new PooledByteBuffer();
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

/// <summary>Gathers bytes whose number is not known before, in pages: what is there is not copied while more comes.</summary>
internal sealed class PooledByteBuffer : IBufferWriter<byte>, IDisposable
{
    // Below the size from which the collector treats an array as large.
    private const int PageBytes = 64 * 1024;

    private readonly List<(byte[] Page, int Used)> _full = [];
    private byte[] _page = ArrayPool<byte>.Shared.Rent(PageBytes);
    private int _used;

    public void Advance(int count) => _used += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var wanted = Math.Max(1, sizeHint);
        if (_page.Length - _used < wanted)
        {
            _full.Add((_page, _used));
            (_page, _used) = (ArrayPool<byte>.Shared.Rent(Math.Max(PageBytes, wanted)), 0);
        }

        return _page.AsMemory(_used);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public byte[] ToArray()
    {
        var bytes = GC.AllocateUninitializedArray<byte>(_full.Sum(page => page.Used) + _used);
        var at = 0;
        foreach (var (page, used) in _full)
        {
            page.AsSpan(0, used).CopyTo(bytes.AsSpan(at));
            at += used;
        }

        _page.AsSpan(0, _used).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    public void Dispose()
    {
        foreach (var (page, _) in _full)
            ArrayPool<byte>.Shared.Return(page);
        ArrayPool<byte>.Shared.Return(_page);
        _full.Clear();
        (_page, _used) = ([], 0);
    }
}
