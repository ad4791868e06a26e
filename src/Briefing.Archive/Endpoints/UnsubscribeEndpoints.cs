using Briefing.Archive.Pages;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Briefing.Archive.Endpoints;

/// <summary>
/// Leaving: asked by GET, done by POST, whatever its body says. So RFC 8058's one click, which sends <c>List-Unsubscribe=One-Click</c> in
/// either of the forms' encodings and without cookies, is a POST like the page's own.
/// </summary>
internal static class UnsubscribeEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SiteDependencies desk)
    {
        routes.MapToken("/unsubscribe", LinkPurpose.Unsubscribe, TokenRoute.Reading, desk, async (context, token) =>
        {
            var record = await desk.Subscriptions.Find(token.Subject, context.RequestAborted);
            if (record is { State: SubscriberState.Pending or SubscriberState.Confirmed, Subscriber: { } subscriber })
                await SitePages.Send<UnsubscribePage, UnsubscribeModel>(context, desk.Settings, new UnsubscribeModel(TokenRoute.TokenOf(context), subscriber.Address));
            else
                await Answer(context, desk, record);
        });
        routes.MapToken("/unsubscribe", LinkPurpose.Unsubscribe, TokenRoute.Acting, desk, async (context, token) =>
            await Answer(context, desk, await desk.Subscriptions.Unsubscribe(token.Subject, context.RequestAborted)));
        routes.MapToken("/resubscribe", LinkPurpose.Unsubscribe, TokenRoute.Acting, desk, (context, token) => Return(context, desk, token));
    }

    private static async Task Return(HttpContext context, SiteDependencies desk, LinkToken token)
    {
        var record = await desk.Subscriptions.Find(token.Subject, context.RequestAborted);
        if (record is null)
            await desk.Refuse(context, Problem.BadLink);
        else if (record.State == SubscriberState.Confirmed)
            await desk.Refuse(context, Problem.ReadingAlready);
        else if (record.Subscriber is not { } subscriber || !Subscriptions.MayReturn(record))
            await desk.Refuse(context, Problem.NotReading);
        else
        {
            // Beyond the limit without a word, as for a sign-up.
            if (desk.Limits.TakeAddress(subscriber.Address, desk.Now))
                await desk.Subscriptions.Return(token.Subject, context.RequestAborted);
            await SitePages.Send<MailSentPage, SiteSettings>(context, desk.Settings, desk.Settings);
        }
    }

    // Also to whoever was gone before: who wants no mail has got what they want.
    private static Task Answer(HttpContext context, SiteDependencies desk, SubscriberRecord? record) => record is null
        ? desk.Refuse(context, Problem.BadLink)
        : SitePages.Send<UnsubscribedPage, UnsubscribedModel>(
            context, desk.Settings, new UnsubscribedModel(Subscriptions.MayReturn(record) ? TokenRoute.TokenOf(context) : null));
}
