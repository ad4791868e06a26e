using System.Diagnostics;
using System.Globalization;
using Briefing.Archive.Forms;
using Briefing.Archive.Limits;
using Briefing.Archive.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Briefing.Archive.Endpoints;

/// <summary>
/// The front page and signing up. There is nothing here that another site's page could not as well ask for by itself, so forms carry
/// nothing against that; how often is limited instead.
/// </summary>
internal static class SignUpEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SiteDependencies desk)
    {
        routes.MapMethods("/", TokenRoute.Reading, context => SitePages.Send<FrontPage, SiteSettings>(context, desk.Settings, desk.Settings));
        routes.MapMethods("/subscribe", TokenRoute.Reading, context => desk.Settings.IsOpen
            ? Show(context, desk, SignUp.New(desk.Settings), [])
            : desk.Refuse(context, Problem.SignUpClosed));
        routes.MapMethods("/subscribe", TokenRoute.Acting, context => desk.Settings.IsOpen ? Take(context, desk) : desk.Refuse(context, Problem.SignUpClosed));
    }

    private static async Task Take(HttpContext context, SiteDependencies desk)
    {
        var began = Stopwatch.GetTimestamp();
        var form = SignUp.Read(await FormReader.Read(context), desk.Settings);
        if (form.Faults() is { IsEmpty: false } faults)
        {
            await Show(context, desk, form, [.. faults]);
            return;
        }

        if (!desk.Limits.TakeClient(context.Connection.RemoteIpAddress, desk.Now))
        {
            context.Response.Headers.RetryAfter = ((int)SignUpLimits.ClientWindow.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            await desk.Refuse(context, Problem.TooMany);
            return;
        }

        var subscriber = form.ToSubscriber();
        if (!form.IsTrapped && desk.Limits.TakeAddress(subscriber.Address, desk.Now))
            await desk.Subscriptions.SignUp(subscriber, context.RequestAborted);

        // Whatever was done, and whether anything was: the same answer after the same time.
        if (desk.Settings.SignUpTakes - Stopwatch.GetElapsedTime(began) is { Ticks: > 0 } rest)
            await Task.Delay(rest, context.RequestAborted);
        await SitePages.Send<MailSentPage, SiteSettings>(context, desk.Settings, desk.Settings);
    }

    private static Task Show(HttpContext context, SiteDependencies desk, SignUp form, FieldFault[] faults) => SitePages.Send<SubscribePage, SubscribeModel>(
        context, desk.Settings, new SubscribeModel(form, [.. faults]), faults.Length == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
}
