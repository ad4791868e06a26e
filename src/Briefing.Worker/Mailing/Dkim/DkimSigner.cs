using System.Security.Cryptography;
using System.Text;

namespace Briefing.Worker.Mailing.Dkim;

/// <summary>
/// Signs messages (RFC 6376; rsa-sha256 after RFC 8301, relaxed/relaxed). RSA signatures of this kind hold no chance: the same
/// message has the same signature.
/// </summary>
internal sealed class DkimSigner(DkimKey key)
{
    /// <summary>
    /// RFC 6376, 5.4.1, and RFC 8058, 4 for those of unsubscribing. Each is named once more than it stands there: a second one that
    /// someone adds on the way breaks the signature (8.15).
    /// </summary>
    private static readonly string[] Oversigned =
    [
        "From", "Reply-To", "To", "Cc", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
        "List-Unsubscribe", "List-Unsubscribe-Post",
    ];

    private static readonly string[] Signed = ["List-Id", "Auto-Submitted", "Content-Language"];

    private readonly Lock _gate = new();

    /// <param name="headers">All that stand above the body, folded as they are sent, each ending in CRLF.</param>
    /// <param name="bodyHash">SHA-256 of the body's canonical form.</param>
    /// <returns>The field that goes on top, ending in CRLF.</returns>
    public string Sign(string headers, byte[] bodyHash, DateTimeOffset at)
    {
        var fields = Fields(headers);
        var names = Oversigned.SelectMany(name => Enumerable.Repeat(name, Count(fields, name) + 1))
            .Concat(Signed.SelectMany(name => Enumerable.Repeat(name, Count(fields, name))))
            .ToList();
        var unsigned = $"v=1; a=rsa-sha256; c=relaxed/relaxed; d={key.Domain}; s={key.Selector}; t={at.ToUnixTimeSeconds()}; " +
            $"h={string.Join(": ", names)}; bh={Convert.ToBase64String(bodyHash)}; b=";
        var signature = Convert.ToBase64String(SignatureOf(fields, names, unsigned));

        // White space is allowed within, so that lines stay short.
        var written = new HeaderWriter();
        written.Structured("DKIM-Signature", $"{unsigned} {string.Join(' ', signature.Chunk(70).Select(piece => new string(piece)))}");
        return written.ToString();
    }

    private byte[] SignatureOf(List<string> fields, List<string> names, string unsigned)
    {
        var input = new StringBuilder();

        // 5.4.2: of several with one name the lowest comes first; one too many stands for nothing.
        foreach (var (name, before) in names.Select((name, at) => (name, names.Take(at).Count(earlier => earlier == name))))
        {
            if (fields.Where(field => IsNamed(field, name)).Reverse().ElementAtOrDefault(before) is { } field)
                input.Append(RelaxedCanonical.Header(field)).Append("\r\n");
        }

        input.Append("dkim-signature:").Append(unsigned);
        lock (_gate)
            return key.Rsa.SignData(Encoding.UTF8.GetBytes(input.ToString()), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }

    private static List<string> Fields(string headers)
    {
        var fields = new List<string>();
        foreach (var line in headers.Split("\r\n", StringSplitOptions.RemoveEmptyEntries))
        {
            if (line[0] is ' ' or '\t')
                fields[^1] += line;
            else
                fields.Add(line);
        }

        return fields;
    }

    private static int Count(List<string> fields, string name) => fields.Count(field => IsNamed(field, name));

    private static bool IsNamed(string field, string name) =>
        field.StartsWith(name, StringComparison.OrdinalIgnoreCase) && field.Length > name.Length && field[name.Length] == ':';
}
