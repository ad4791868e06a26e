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
