using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Briefing.Templating.Functions;

namespace Briefing.Templating.BuiltIns;

/// <summary>The hashes of the <c>string</c> object, of the text as UTF-8 and in small hexadecimal letters.</summary>
[SuppressMessage("Security", "CA5350", Justification = "The language names these algorithms; nothing here is secured by them.")]
[SuppressMessage("Security", "CA5351", Justification = "The language names these algorithms; nothing here is secured by them.")]
internal static class StringHashes
{
    public static void AddTo(ScriptObject strings)
    {
        AddHash("md5", MD5.HashData);
        AddHash("sha1", SHA1.HashData);
        AddHash("sha256", SHA256.HashData);
        AddHash("sha512", SHA512.HashData);
        AddKeyed("hmac_sha1", HMACSHA1.HashData);
        AddKeyed("hmac_sha256", HMACSHA256.HashData);
        AddKeyed("hmac_sha512", HMACSHA512.HashData);

        void AddHash(string name, Func<byte[], byte[]> hash) =>
            strings.Add(name, "text:text", call => Convert.ToHexStringLower(hash(Bytes(call, 0))));

        void AddKeyed(string name, Func<byte[], byte[], byte[]> hash) =>
            strings.Add(name, "text:text secretKey:text", call => Convert.ToHexStringLower(hash(Bytes(call, 1), Bytes(call, 0))));
    }

    private static byte[] Bytes(Call call, int index) => Encoding.UTF8.GetBytes(call.Text(index) ?? string.Empty);
}
