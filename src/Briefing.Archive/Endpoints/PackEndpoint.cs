using Briefing.Core.Subscribers;
using Briefing.Storage.Editions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Briefing.Archive.Endpoints;

/// <summary>An edition's pack, for whom the mail had no room.</summary>
internal static class PackEndpoint
{
    private const string FileName = "pack.pdf";

    public static void Map(IEndpointRouteBuilder routes, SiteDesk desk) =>
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
