using Briefing.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Briefing.Archive.Endpoints;

/// <summary>What programs ask for.</summary>
internal static class PlainEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SiteDesk desk)
    {
        routes.MapMethods("/healthz", TokenRoute.Reading, context => Health(context, desk));
        routes.MapMethods("/robots.txt", TokenRoute.Reading, context => Send(context, "User-agent: *\nDisallow: /\n"));
        foreach (var asset in new[] { SiteAsset.Style, SiteAsset.Icon })
        {
            routes.MapMethods("/" + asset.Name, TokenRoute.Reading, async context =>
            {
                // Under its version's address it never changes; under another's nothing is known.
                if (context.Request.Query["v"] == asset.Version)
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                context.Response.ContentType = asset.MediaType;
                context.Response.ContentLength = asset.Content.Length;
                await context.Response.Body.WriteAsync(asset.Content, context.RequestAborted);
            });
        }
    }

    private static async Task Health(HttpContext context, SiteDesk desk)
    {
        try
        {
            // There is no such subscriber; the table must answer that.
            await desk.Storage.Read((_, store) => store.Find(0L), context.RequestAborted);
            await Send(context, "ok\n");
        }
        catch (StorageException)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await Send(context, "the database does not answer\n");
        }
    }

    private static Task Send(HttpContext context, string text)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(text, context.RequestAborted);
    }
}
