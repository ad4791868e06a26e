using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Briefing.Worker.Mail.Dkim;

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

/// <summary>The private key of a domain, and the name under which the domain's DNS has the public one.</summary>
internal sealed class DkimKey : IDisposable
{
    /// <summary>RFC 8301, 3.2: signatures of less count for nothing; 2048 are recommended.</summary>
    private const int MinBits = 1024;

    private DkimKey(string domain, string selector, RSA rsa) => (Domain, Selector, Rsa) = (domain, selector, rsa);

    public string Domain { get; }

    public string Selector { get; }

    public RSA Rsa { get; }

    /// <summary>The record's text, as it belongs at <c>selector._domainkey.domain</c>.</summary>
    public string DnsRecord => $"v=DKIM1; k=rsa; p={Convert.ToBase64String(Rsa.ExportSubjectPublicKeyInfo())}";

    /// <param name="reason">What is wrong with the key, for a person; nothing of the key itself.</param>
    public static bool TryRead(string domain, string selector, string pem, [NotNullWhen(true)] out DkimKey? key, [NotNullWhen(false)] out string? reason)
    {
        key = null;
        var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(pem);
            reason = Fault(rsa);
            if (reason is null)
                key = new DkimKey(domain, selector, rsa);
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            reason = "it holds no single private key of RSA in PEM, without a pass phrase";
        }

        if (key is null)
            rsa.Dispose();
        return key is not null;
    }

    public void Dispose() => Rsa.Dispose();

    // A public key is read as well; only signing shows.
    private static string? Fault(RSA rsa)
    {
        if (rsa.KeySize < MinBits)
            return $"its key has {rsa.KeySize} bits; at least {MinBits} are needed and 2048 recommended";
        rsa.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return null;
    }
}

/// <summary>The relaxed forms that DKIM signs (RFC 6376, 3.4.2 and 3.4.4).</summary>
internal static class RelaxedCanonical
{
    /// <summary>
    /// Lines without white space at their end, and with single spaces elsewhere. Empty lines at the end are left: whether they end
    /// the body is for the caller to know.
    /// </summary>
    /// <param name="lines">Whole lines, with CRLF.</param>
    /// <returns>The same memory where nothing changes.</returns>
    public static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> lines)
    {
        if (IsCanonical(lines.Span))
            return lines;
        var output = new ArrayBufferWriter<byte>(lines.Length);
        var rest = lines.Span;
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf("\r\n"u8);
            Reduce(rest[..end].TrimEnd(" \t"u8), output);
            output.Write("\r\n"u8);
            rest = rest[(end + 2)..];
        }

        return output.WrittenMemory;
    }

    /// <summary>A header field: its name in lower case, unfolded, single spaces, none round the colon nor at the end.</summary>
    /// <param name="field">Folded as it is sent, without its last CRLF.</param>
    public static string Header(string field)
    {
        var colon = field.IndexOf(':', StringComparison.Ordinal);
        var words = field[(colon + 1)..].Replace("\r\n", "", StringComparison.Ordinal).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return $"{field[..colon].TrimEnd(' ', '\t').ToLowerInvariant()}:{string.Join(' ', words)}";
    }

    // The tab is checked for first: in what we encode there is none.
    private static bool IsCanonical(ReadOnlySpan<byte> lines) =>
        !lines.Contains((byte)'\t') && lines.IndexOf("  "u8) < 0 && lines.IndexOf(" \r\n"u8) < 0;

    private static void Reduce(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        while (line.IndexOfAny((byte)' ', (byte)'\t') is var at and >= 0)
        {
            output.Write(line[..at]);
            output.Write(" "u8);
            line = line[at..].TrimStart(" \t"u8);
        }

        output.Write(line);
    }
}
