using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>
/// How a server's certificate is judged on one connection: by our own authorities where some are set, by name, by date. Nothing is
/// ever waved through, and nothing holds for other connections of the process.
/// </summary>
internal sealed class ServerCertificateCheck
{
    public ServerCertificateCheck(SmtpSettings settings)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (settings.Authorities is { } authorities)
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            policy.CustomTrustStore.AddRange(authorities);
            policy.DisableCertificateDownloads = true;
        }

        Options = new SslClientAuthenticationOptions
        {
            TargetHost = settings.Host,
            CertificateChainPolicy = policy,
            RemoteCertificateValidationCallback = Judge,
        };
    }

    public SslClientAuthenticationOptions Options { get; }

    /// <summary>What is wrong with the certificate, for a person; null where nothing is, or none was seen.</summary>
    public string? Fault { get; private set; }

    private bool Judge(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        var states = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? default;
        Fault = errors switch
        {
            SslPolicyErrors.None => null,
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable) => "the server has no certificate",
            _ when errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) => $"the server's certificate is not for {Options.TargetHost}",
            _ when states.HasFlag(X509ChainStatusFlags.NotTimeValid) => "the server's certificate has expired or is not valid yet",
            _ => "the server's certificate is from no authority that we trust",
        };
        return Fault is null;
    }
}
