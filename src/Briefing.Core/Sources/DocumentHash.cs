using System.Security.Cryptography;
using System.Text;

namespace Briefing.Core.Sources;

/// <summary>The identity of a document's text.</summary>
public static class DocumentHash
{
    /// <summary>SHA-256 of the text as UTF-8, lower-case hexadecimal.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
