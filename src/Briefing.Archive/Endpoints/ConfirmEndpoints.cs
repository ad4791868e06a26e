using Briefing.Archive.Pages;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Briefing.Archive.Endpoints;

/// <summary>An address answers: it is asked by GET, and confirmed by POST.</summary>
internal static class ConfirmEndpoints
{
    // Of the links that a page gives to the next one.
    private static readonly Duration LinksAreGood = Duration.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes, SiteDependencies desk)
    {
        routes.MapToken("/confirm", LinkPurpose.Confirm, TokenRoute.Reading, desk, async (context, token) =>
        {
            var record = await desk.Subscriptions.Find(token.Subject, context.RequestAborted);
            if (record is { State: SubscriberState.Pending, Subscriber: { } subscriber })
                await SitePages.Send<ConfirmPage, ConfirmModel>(context, desk.Settings, new ConfirmModel(TokenRoute.TokenOf(context), subscriber));
            else
                await Answer(context, desk, record);
        });
        routes.MapToken("/confirm", LinkPurpose.Confirm, TokenRoute.Acting, desk, async (context, token) =>
            await Answer(context, desk, await desk.Subscriptions.Confirm(token.Subject, context.RequestAborted)));
    }

    private static Task Answer(HttpContext context, SiteDependencies desk, SubscriberRecord? record) => record switch
    {
        null => desk.Refuse(context, Problem.BadLink),
        { State: SubscriberState.Confirmed } => SitePages.Send<ConfirmedPage, ConfirmedModel>(
            context, desk.Settings, new ConfirmedModel(desk.Links.Write(new LinkToken(LinkPurpose.Preferences, record.Id, desk.Now + LinksAreGood)))),
        _ => desk.Refuse(context, Problem.NotReading),
    };
}
