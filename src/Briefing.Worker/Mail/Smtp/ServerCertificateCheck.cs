using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Briefing.Worker.Mail.Smtp;

/// <summary>Judges a server's certificate on one connection: by our own authorities where some are set, by name, by date. Nothing is ever waved through.</summary>
internal sealed class ServerCertificateCheck(SmtpSettings settings)
{
    /// <summary>What is wrong with the certificate, for a person; null where nothing is, or none was seen.</summary>
    public string? Fault { get; private set; }

    public bool Judge(object _, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        Fault = FaultOf(certificate, chain, errors);
        return Fault is null;
    }

    private string? FaultOf(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return "the server has no certificate";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
            return $"the server's certificate is not for {settings.Host}";
        if (settings.Authorities is null)
            return errors == SslPolicyErrors.None ? null : Named(chain);

        // The handshake asked the machine's authorities; ours decide.
        using var ours = new X509Chain
        {
            ChainPolicy = { RevocationMode = X509RevocationMode.NoCheck, TrustMode = X509ChainTrustMode.CustomRootTrust, DisableCertificateDownloads = true },
        };
        ours.ChainPolicy.CustomTrustStore.AddRange(settings.Authorities);
        foreach (var element in chain?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
            ours.ChainPolicy.ExtraStore.Add(element.Certificate);
        return ours.Build((certificate as X509Certificate2)!) ? null : Named(ours);
    }

    private static string Named(X509Chain? chain)
    {
        var states = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? default;
        return states.HasFlag(X509ChainStatusFlags.NotTimeValid)
            ? "the server's certificate has expired or is not valid yet"
            : "the server's certificate is from no authority that we trust";
    }
}
