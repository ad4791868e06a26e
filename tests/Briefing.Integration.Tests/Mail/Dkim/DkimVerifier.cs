using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Briefing.Integration.Tests.Mail.Dkim;

/// <summary>Checks a signature from the message's bytes alone (RFC 6376, 6), in its own way: octet by octet, with expressions.</summary>
internal static partial class DkimVerifier
{
    public static bool Verifies(byte[] message, RSA publicKey)
    {
        var text = Encoding.Latin1.GetString(message);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var fields = Field().Matches(text[..(end + 2)]).Select(match => (Name: match.Groups[1].Value.Trim().ToLowerInvariant(), Raw: match.Groups[2].Value)).ToList();
        if (fields.FirstOrDefault(field => field.Name == "dkim-signature").Raw is not { } signature)
            return false;
        var tags = signature.Split(';').Select(tag => tag.Split('=', 2)).ToDictionary(tag => tag[0].Trim(), tag => Blanks().Replace(tag[1], ""));
        if (tags["a"] != "rsa-sha256" || tags["c"] != "relaxed/relaxed")
            return false;
        if (Convert.ToBase64String(SHA256.HashData(Encoding.Latin1.GetBytes(Body(text[(end + 4)..])))) != tags["bh"])
            return false;

        var input = new StringBuilder();
        var left = fields.Where(field => field.Name != "dkim-signature").ToList();
        foreach (var name in tags["h"].ToLowerInvariant().Split(':'))
        {
            var at = left.FindLastIndex(field => field.Name == name);
            if (at < 0)
                continue;
            input.Append($"{name}:{Relaxed(left[at].Raw)}\r\n");
            left.RemoveAt(at);
        }

        input.Append("dkim-signature:" + Relaxed(LastTag().Replace(signature, "$1")));
        return publicKey.VerifyData(
            Encoding.Latin1.GetBytes(input.ToString()), Convert.FromBase64String(tags["b"]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    public static string Body(string body)
    {
        var lines = body.Split("\r\n").Select(line => Blanks().Replace(line, " ").TrimEnd(' '));
        var text = string.Join("\r\n", lines);
        while (text.EndsWith("\r\n", StringComparison.Ordinal))
            text = text[..^2];
        return text.Length == 0 ? "" : text + "\r\n";
    }

    private static string Relaxed(string raw) => Blanks().Replace(raw.Replace("\r\n", "", StringComparison.Ordinal), " ").Trim(' ');

    [GeneratedRegex("([!-9;-~]+):((?:[^\r]|\r\n[ \t])*)\r\n", RegexOptions.None, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("[ \t\r\n]+", RegexOptions.None, 1000)]
    private static partial Regex Blanks();

    [GeneratedRegex("(\\bb=)[^;]*$", RegexOptions.None, 1000)]
    private static partial Regex LastTag();
}
