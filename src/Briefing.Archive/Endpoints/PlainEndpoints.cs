using Briefing.Archive.Pages;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Briefing.Archive.Endpoints;

/// <summary>What programs ask for.</summary>
internal static class PlainEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SiteDependencies desk)
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

    private static async Task Health(HttpContext context, SiteDependencies desk)
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

/// <summary>An edition's pack, for whom the mail had no room.</summary>
internal static class PackEndpoint
{
    private const string FileName = "pack.pdf";

    public static void Map(IEndpointRouteBuilder routes, SiteDependencies desk) =>
        routes.MapToken("/pack", LinkPurpose.Pack, TokenRoute.Reading, desk, async (context, token) =>
        {
            var (edition, pack) = await desk.Storage.Read(
                (session, _) => EditionStore.Find(session, token.Subject) is { } found ? (found, EditionContents.FileOf(session, found, FileName)) : (null, null),
                context.RequestAborted);
            if (edition is null)
                await desk.Refuse(context, Problem.BadLink);
            else if (pack is null)
                await desk.Refuse(context, Problem.PackGone);
            else
                await Send(context, edition, pack);
        });

    private static async Task Send(HttpContext context, EditionRecord edition, byte[] pack)
    {
        var response = context.Response;
        response.ContentType = "application/pdf";
        response.ContentLength = pack.Length;
        response.Headers.ContentSecurityPolicy = SiteHeaders.PackPolicy;
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("inline") { FileName = $"briefing-{edition.Date:uuuu-MM-dd}.pdf" }.ToString();
        await response.Body.WriteAsync(pack, context.RequestAborted);
    }
}

/// <summary>
/// Pages that a link in a mail leads to. The token in the address is all the authority there is: no cookie, no session. So another site's
/// page cannot make a reader's browser do anything with it (cross-site request forgery), for it does not know the token; whoever knows it
/// needs no browser.
/// </summary>
internal static class TokenRoute
{
    public static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    public static readonly string[] Acting = [HttpMethods.Post];

    /// <summary>Programs that look after mail for viruses follow each of its links: what GET and HEAD are asked for changes nothing.</summary>
    public static void MapToken(
        this IEndpointRouteBuilder routes, string page, LinkPurpose purpose, string[] methods, SiteDependencies desk, Func<HttpContext, LinkToken, Task> answer) =>
        routes.MapMethods(page + "/{token}", methods, async context =>
        {
            if (desk.Links.Recognise(TokenOf(context), purpose) is not { } token)
                await desk.Refuse(context, Problem.BadLink);
            else if (token.IsExpiredAt(desk.Now))
                await desk.Refuse(context, Problem.Expired(purpose));
            else
                await answer(context, token);
        });

    public static Task Refuse(this SiteDependencies desk, HttpContext context, Problem problem) =>
        SitePages.Send<ProblemPage, Problem>(context, desk.Settings, problem, problem.Status);

    /// <summary>The token in the address, as it came.</summary>
    public static string TokenOf(HttpContext context) => (string)context.Request.RouteValues["token"]!;
}
