using System.Security.Cryptography;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Microsoft.AspNetCore.Http;

namespace Briefing.Archive;

/// <summary>What every answer tells a browser. Strict-Transport-Security is left to what speaks TLS.</summary>
internal static class SiteHeaders
{
    /// <summary>Style and icon from here, forms to here, nothing else from anywhere; no script at all.</summary>
    public const string Policy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>A browser's own viewer of PDF lives in the answer's page: it embeds, and has styles of its own.</summary>
    public const string PackPolicy = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";

    public static Task Add(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        return next(context);
    }
}

/// <summary>A file that comes with the pages. Its address changes with its content, so that it can be kept for good.</summary>
internal sealed class SiteAsset
{
    private SiteAsset(string name, string mediaType)
    {
        using var stream = typeof(SiteAsset).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        (Name, MediaType, Content) = (name, mediaType, content.ToArray());
        Version = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];
    }

    public static SiteAsset Style { get; } = new("site.css", "text/css; charset=utf-8");

    public static SiteAsset Icon { get; } = new("icon.svg", "image/svg+xml");

    public string Name { get; }

    public string MediaType { get; }

    public byte[] Content { get; }

    public string Version { get; }

    public string PathOn(SiteSettings site) => $"{site.PathOf(Name)}?v={Version}";
}

/// <summary>The keys of links, which learn of a new one while the site runs.</summary>
internal sealed class SiteLinks(BriefingDatabase database)
{
    private readonly string _file = LinkKeyFile.FileOf(database);
    private volatile Ring _ring = Load(database);

    public string Write(LinkToken token) => _ring.Keys.Write(token);

    /// <inheritdoc cref="LinkKeys.Recognise"/>
    public LinkToken? Recognise(string text, LinkPurpose purpose)
    {
        if (_ring.Keys.Recognise(text, purpose) is { } token)
            return token;
        // A mail signed with a key that was added since the start is as good. A file that has gone is not made anew on a stranger's word.
        if (!File.Exists(_file) || File.GetLastWriteTimeUtc(_file) == _ring.WrittenAt)
            return null;
        _ring = Load(database);
        return _ring.Keys.Recognise(text, purpose);
    }

    private static Ring Load(BriefingDatabase database)
    {
        var file = LinkKeyFile.FileOf(database);
        // Looked at before it is read: what comes in between is then read again.
        var writtenAt = File.GetLastWriteTimeUtc(file);
        return new Ring(LinkKeyFile.Open(database), writtenAt);
    }

    private sealed record Ring(LinkKeys Keys, DateTime WrittenAt);
}
