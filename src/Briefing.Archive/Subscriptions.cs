using System.Collections.Immutable;
using System.Text.Json;
using Briefing.Archive.Forms;
using Briefing.Archive.Limits;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Archive;

/// <summary>What people do to their own subscriptions; each in one transaction, with the mail that it brings about.</summary>
internal sealed class Subscriptions(SiteSettings site, SiteStorage storage, IClock clock)
{
    // A mail server that is away longer has lost its reader's patience, too.
    private static readonly Duration ConfirmationIsTried = Duration.FromDays(1);

    private static readonly SubscriberCause SignedUp = new(SubscriberActor.Subscriber, SubscriberReason.SignedUp);

    /// <summary>Null where there never was such a subscriber.</summary>
    public Task<SubscriberRecord?> Find(long id, CancellationToken cancellation) => storage.Read((_, store) => store.Find(id), cancellation);

    /// <summary>
    /// Asks the address by mail. Nothing is done to one that is confirmed (anybody could change its choices) or suppressed; nothing is
    /// returned, for nothing may be disclosed.
    /// </summary>
    public Task SignUp(Subscriber wish, CancellationToken cancellation) => storage.Write(
        (session, store) =>
        {
            var now = clock.GetCurrentInstant();
            var known = store.Find(wish.Address);
            var record = known switch
            {
                { State: SubscriberState.Confirmed or SubscriberState.Suppressed } => null,
                { State: SubscriberState.Pending, Subscriber: { } before } => store.Change(known, Joined(before, wish), SubscriberActor.Subscriber, now),
                _ => store.Add(wish, SubscriberState.Pending, SignedUp, now),
            };
            if (record is not null)
                Ask(session, record, now);
            return true;
        },
        cancellation);

    /// <summary>The address has answered. Returns how it stands now; only <see cref="SubscriberState.Confirmed"/> is a success.</summary>
    public Task<SubscriberRecord?> Confirm(long id, CancellationToken cancellation) =>
        Move(id, SubscriberState.Confirmed, new SubscriberCause(SubscriberActor.Subscriber, SubscriberReason.ConfirmedByMail), cancellation);

    /// <summary>It wants no more. Done again, nothing is done.</summary>
    public Task<SubscriberRecord?> Unsubscribe(long id, CancellationToken cancellation) =>
        Move(id, SubscriberState.Unsubscribed, new SubscriberCause(SubscriberActor.Subscriber, SubscriberReason.OptedOut), cancellation);

    /// <summary>Other choices; only where the subscriber is confirmed.</summary>
    public Task<SubscriberRecord?> Choose(long id, Choices choices, CancellationToken cancellation) => storage.Write(
        (_, store) => store.Find(id) is { State: SubscriberState.Confirmed, Subscriber: { } before } record
            ? store.Change(record, choices.Of(before), SubscriberActor.Subscriber, clock.GetCurrentInstant())
            : store.Find(id),
        cancellation);

    /// <summary>
    /// Whoever has left by themselves is asked by mail whether they want to come back, with the choices they had; and asked again where
    /// that mail was lost.
    /// </summary>
    public Task Return(long id, CancellationToken cancellation) => storage.Write(
        (session, store) =>
        {
            var now = clock.GetCurrentInstant();
            if (store.Find(id) is not { } record || !MayReturn(record))
                return false;
            Ask(session, record.State == SubscriberState.Pending ? record : store.Move(record, SubscriberState.Pending, SignedUp, now), now);
            return true;
        },
        cancellation);

    /// <summary>Not where somebody else has taken it off.</summary>
    public static bool MayReturn(SubscriberRecord record) =>
        record is { State: SubscriberState.Pending } or { State: SubscriberState.Unsubscribed, Reason: SubscriberReason.OptedOut };

    private Task<SubscriberRecord?> Move(long id, SubscriberState to, SubscriberCause cause, CancellationToken cancellation) => storage.Write(
        (_, store) => store.Find(id) is { } record && SubscriberTransitions.May(record.State, to, SubscriberActor.Subscriber)
            ? store.Move(record, to, cause, clock.GetCurrentInstant())
            : store.Find(id),
        cancellation);

    // The last word on a sign-up counts, but it takes nobody off a list that they were put on.
    private Subscriber Joined(Subscriber before, Subscriber wish) => wish with
    {
        Name = wish.Name ?? before.Name,
        Lists = [.. wish.Lists.Union(before.Lists.Where(list => !site.OpenLists.Any(open => open.Name == list)), StringComparer.Ordinal).Order(StringComparer.Ordinal)],
    };

    private void Ask(StorageSession session, SubscriberRecord record, Instant now)
    {
        if (NoticeStore.LastConfirmation(session, record.Id) is { } last && now - last < SignUpLimits.Pause)
            return;
        NoticeStore.Enqueue(session, DeliveryKind.Confirmation, record, NoticeOf(record.Subscriber!.Lists), site.MessageDomain, now, now + ConfirmationIsTried);
    }

    private static string NoticeOf(ImmutableArray<string> lists)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteStartArray("lists");
            foreach (var list in lists)
                json.WriteStringValue(list);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}

/// <summary>An address so that its owner knows it, in the script it was written in, and whoever has been forwarded one of their mails does not learn it.</summary>
internal static class MaskedAddress
{
    public static string Of(MailAddress address) => $"{address.LocalPart.EnumerateRunes().First()}…{address.Given[address.Given.LastIndexOf('@')..]}";
}
