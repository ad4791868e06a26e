using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Briefing.Core.Text;

/// <summary>Ids that follow from a text alone, so that they stay when others come and go: a prefix and the first hexadecimal digits of its SHA-256, ten or as many more as it takes to differ from those given before.</summary>
internal sealed class StableIds(string prefix)
{
    private const int MinDigits = 10;

    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string For(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)), digest);
        ArrayPool<byte>.Shared.Return(bytes);
        var hash = Convert.ToHexStringLower(digest);
        for (var length = MinDigits; ; length++)
        {
            var id = prefix + hash[..length];
            if (_taken.Add(id))
                return id;
        }
    }
}
