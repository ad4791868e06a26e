namespace Briefing.Worker.Rendering.Text;

/// <summary>Addresses that a reader may follow: http, https and mailto, and none that shows one host and leads to another.</summary>
internal static class SafeAddress
{
    private const int Longest = 2000;
    private const int LongestShort = 64;

    /// <summary>The address as it may stand in a link; null where it may not.</summary>
    public static string? Of(string? address)
    {
        if (address is null || address.Length > Longest || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri))
            return null;
        return uri.Scheme switch
        {
            "http" or "https" when uri.UserInfo.Length == 0 && uri.Host.Length > 0 => uri.AbsoluteUri,
            "mailto" => uri.AbsoluteUri,
            _ => null,
        };
    }

    /// <summary>https://www.example.org/a/b.html?c=d → example.org/a/b.html, at most 64 characters; a mail address stays itself.</summary>
    public static string ShortOf(string safeAddress)
    {
        if (HostOf(safeAddress) is not { } host)
            return safeAddress;
        var path = Uri.UnescapeDataString(new Uri(safeAddress).AbsolutePath).TrimEnd('/');
        var shortened = host + path;
        return shortened.Length <= LongestShort ? shortened : string.Concat(shortened.AsSpan(0, LongestShort - 1), "…");
    }

    /// <summary>www.example.org → example.org; null where the address has no host.</summary>
    public static string? HostOf(string? safeAddress)
    {
        if (safeAddress is null || new Uri(safeAddress).Host is not { Length: > 0 } host)
            return null;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
