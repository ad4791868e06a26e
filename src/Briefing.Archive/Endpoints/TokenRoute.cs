using Briefing.Archive.Pages;
using Briefing.Core.Subscribers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Briefing.Archive.Endpoints;

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
        this IEndpointRouteBuilder routes, string page, LinkPurpose purpose, string[] methods, SiteDesk desk, Func<HttpContext, LinkToken, Task> answer) =>
        routes.MapMethods(page + "/{token}", methods, async context =>
        {
            if (desk.Links.Recognise(TokenOf(context), purpose) is not { } token)
                await desk.Refuse(context, Problem.BadLink);
            else if (token.IsExpiredAt(desk.Now))
                await desk.Refuse(context, Problem.Expired(purpose));
            else
                await answer(context, token);
        });

    public static Task Refuse(this SiteDesk desk, HttpContext context, Problem problem) =>
        SitePages.Send<ProblemPage, Problem>(context, desk.Settings, problem, problem.Status);

    /// <summary>The token in the address, as it came.</summary>
    public static string TokenOf(HttpContext context) => (string)context.Request.RouteValues["token"]!;
}
