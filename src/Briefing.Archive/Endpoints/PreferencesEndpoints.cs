using System.Collections.Immutable;
using Briefing.Archive.Forms;
using Briefing.Archive.Pages;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Briefing.Archive.Endpoints;

/// <summary>A subscriber's choices: shown by GET, changed by POST.</summary>
internal static class PreferencesEndpoints
{
    public static void Map(IEndpointRouteBuilder routes, SiteDependencies desk)
    {
        routes.MapToken("/preferences", LinkPurpose.Preferences, TokenRoute.Reading, desk, async (context, token) =>
        {
            if (await FindReader(context, desk, token) is var (record, subscriber))
                await Show(context, desk, token, record, subscriber, Choices.From(subscriber), [], saved: false);
        });
        routes.MapToken("/preferences", LinkPurpose.Preferences, TokenRoute.Acting, desk, async (context, token) =>
        {
            if (await FindReader(context, desk, token) is var (record, subscriber))
                await Take(context, desk, token, record, subscriber);
        });
    }

    private static async Task Take(HttpContext context, SiteDependencies desk, LinkToken token, SubscriberRecord record, Subscriber subscriber)
    {
        var choices = Choices.Read(await FormReader.Read(context), desk.Settings, ListsFor(desk.Settings, subscriber));
        ImmutableArray<FieldFault> faults = [.. choices.Faults()];
        if (faults.IsEmpty)
        {
            record = (await desk.Subscriptions.Choose(record.Id, choices, context.RequestAborted))!;
            if (record.State != SubscriberState.Confirmed)
            {
                await desk.Refuse(context, Problem.NotReading);
                return;
            }
        }

        await Show(context, desk, token, record, record.Subscriber!, choices, faults, saved: faults.IsEmpty);
    }

    // Null where the address gets no editions, which is then told.
    private static async Task<(SubscriberRecord Record, Subscriber Subscriber)?> FindReader(HttpContext context, SiteDependencies desk, LinkToken token)
    {
        var record = await desk.Subscriptions.Find(token.Subject, context.RequestAborted);
        if (record is { State: SubscriberState.Confirmed, Subscriber: { } subscriber })
            return (record, subscriber);
        await desk.Refuse(context, record switch
        {
            null => Problem.BadLink,
            { State: SubscriberState.Pending } => Problem.NotConfirmed,
            _ => Problem.NotReading,
        });
        return null;
    }

    // Those that are open, and those that the subscriber is on: it may leave what it cannot join.
    private static ImmutableArray<SiteList> ListsFor(SiteSettings site, Subscriber subscriber) =>
    [
        .. site.Lists.Where(list => list.IsOpen || subscriber.Lists.Contains(list.Name)),
        .. subscriber.Lists.Where(name => site.Lists.All(list => list.Name != name)).Select(name => new SiteList(name, name, IsOpen: false)),
    ];

    private static Task Show(
        HttpContext context, SiteDependencies desk, LinkToken token, SubscriberRecord record, Subscriber subscriber, Choices choices, ImmutableArray<FieldFault> faults, bool saved)
    {
        // The way out is as long open as the way in.
        var unsubscribe = desk.Links.Write(new LinkToken(LinkPurpose.Unsubscribe, record.Id, token.Expires));
        var model = new PreferencesModel(TokenRoute.TokenOf(context), unsubscribe, subscriber.Address, ListsFor(desk.Settings, subscriber), choices, faults, saved);
        return SitePages.Send<PreferencesPage, PreferencesModel>(
            context, desk.Settings, model, faults.IsEmpty ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }
}
