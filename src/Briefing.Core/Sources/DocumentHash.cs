using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Briefing.Core.Sources;

/// <summary>The identity of a document's text.</summary>
public static class DocumentHash
{
    /// <summary>SHA-256 of the text as UTF-8, lower-case hexadecimal.</summary>
    public static string Of(string text)
    {
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8)), hash);
            return Convert.ToHexStringLower(hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }
}
