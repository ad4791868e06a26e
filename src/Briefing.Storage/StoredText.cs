using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;
using System.Text;
using System.Text.Json.Serialization;
using Briefing.Core.Model;
using Briefing.Storage.Documents;
using Briefing.Storage.Editions;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Storage;

/// <summary>How values stand in columns. Pinned by tests: databases outlive programs.</summary>
internal static class StoredText
{
    // Fixed width, so that text order is the order of time.
    private static readonly InstantPattern InstantPattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'");
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    public static string Of(Instant instant) => InstantPattern.Format(instant);

    public static string? Of(Instant? instant) => instant is { } known ? Of(known) : null;

    public static string Of(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static Instant InstantOf(string text) => InstantPattern.Parse(text).GetValueOrThrow();

    public static LocalDate DateOf(string text) => LocalDatePattern.Iso.Parse(text).GetValueOrThrow();

    /// <summary>Brotli over UTF-8.</summary>
    public static byte[] Compress(string text) => Compress(Utf8.GetBytes(text));

    /// <summary>Brotli.</summary>
    public static byte[] Compress(byte[] content)
    {
        // Level 1: on news text and editions half of level 3's time, for a tenth more in size.
        const int Level = 1;
        const int WindowBits = 22;
        var target = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(content.Length));
        try
        {
            return BrotliEncoder.TryCompress(content, target, out var written, Level, WindowBits)
                ? target[..written]
                : throw new InvalidOperationException("The greatest compressed length was too short.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(target);
        }
    }

    public static string TextOf(byte[] compressed) => Utf8.GetString(Decompress(compressed));

    public static byte[] Decompress(byte[] compressed)
    {
        using var packed = new MemoryStream(compressed);
        using var unpacking = new BrotliStream(packed, CompressionMode.Decompress);
        using var content = new MemoryStream();
        unpacking.CopyTo(content);
        return content.ToArray();
    }
}

/// <summary>How an enum's values are written in columns, in files and to people, and read again. Pinned by tests: databases outlive programs.</summary>
/// <param name="what">What the word is supposed to be: "state of a delivery".</param>
/// <param name="words">Every value has one of its own.</param>
internal sealed class StoredWords<T>(string what, params (T Value, string Word)[] words)
    where T : struct, Enum
{
    public string Of(T value)
    {
        foreach (var pair in words)
        {
            if (EqualityComparer<T>.Default.Equals(pair.Value, value))
                return pair.Word;
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, $"There is no word for this {what}.");
    }

    /// <summary>Null when it is no value's word.</summary>
    public T? Find(string word)
    {
        foreach (var pair in words)
        {
            if (pair.Word == word)
                return pair.Value;
        }

        return null;
    }

    /// <exception cref="StorageException">It is no value's word.</exception>
    public T ValueOf(string word) => Find(word) ?? throw new StorageException($"the database has the unknown {what} \"{word}\"");
}

/// <summary>What stands in columns as JSON.</summary>
[JsonSerializable(typeof(StoredBegun))]
[JsonSerializable(typeof(StoredLayout))]
[JsonSerializable(typeof(ImmutableArray<EditionSource>))]
internal sealed partial class StorageJson : JsonSerializerContext;
