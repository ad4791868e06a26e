using System.Net;

namespace Briefing.Worker.Configuration;

/// <summary>What must hold in "site", beyond each value's own type and range.</summary>
internal static class SiteRules
{
    public static void Check(ConfigurationFile<BriefingOptions> file)
    {
        if (file.Options?.Site is not { } site)
            return;
        if (!(Uri.TryCreate(site.Address, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && IsBare(address)))
            file.ReportAt(["site", "address"], "Links in mails need an https address without query: \"https://briefing.example.org\".");
        if (!(Uri.TryCreate(site.Listen, UriKind.Absolute, out var listen) && listen.Scheme == Uri.UriSchemeHttp && IsBare(listen) && listen.AbsolutePath == "/" && IsOneOfOurs(listen)))
            file.ReportAt(["site", "listen"], "This is http with an IP address of this machine, or localhost, and a port: \"http://127.0.0.1:8080\". What speaks TLS stands before it.");
        if (site.TrustedProxies.IsDefault)
            return;
        foreach (var (at, proxy) in site.TrustedProxies.Index())
        {
            if (!IPAddress.TryParse(proxy, out _))
                file.ReportAt(["site", "trustedProxies", at], $"\"{proxy}\" is no IP address.");
        }
    }

    // The server would take any other name for all addresses of the machine.
    private static bool IsOneOfOurs(Uri listen) => listen.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || listen.Host == "localhost";

    private static bool IsBare(Uri address) => address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0;
}
