using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Briefing.Worker.Mailing.Dkim;

/// <summary>The private key of a domain, and the name under which the domain's DNS has the public one.</summary>
internal sealed class DkimKey : IDisposable
{
    /// <summary>RFC 8301, 3.2: signatures of less count for nothing; 2048 are recommended.</summary>
    private const int LeastBits = 1024;

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
        if (rsa.KeySize < LeastBits)
            return $"its key has {rsa.KeySize} bits; at least {LeastBits} are needed and 2048 recommended";
        rsa.SignData([], HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return null;
    }
}
