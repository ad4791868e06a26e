using System.Text;
using System.Text.RegularExpressions;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>Reads what stands encoded in a field (RFC 2047). Some programs write a long subject so, though it is ASCII.</summary>
internal static partial class EncodedWordReader
{
    /// <summary>White space between two encoded words is no part of the text (RFC 2047, 6.2). What is no encoded word stays as it is.</summary>
    public static string Decode(string field) => Word().Replace(Between().Replace(field, ""), found => TransferDecoding.TextOf(
        Encoding.UTF8.GetBytes(found.Groups["text"].Value.Replace('_', ' ')),
        found.Groups["encoding"].Value is "b" or "B" ? "base64" : "quoted-printable"));

    [GeneratedRegex(@"=\?[^?\s]{1,60}\?(?<encoding>[BbQq])\?(?<text>[^?\s]*)\?=", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<=\?=)\s+(?==\?)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Between();
}
