using System.Diagnostics.CodeAnalysis;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Mail;
using Briefing.Worker.Mail.Messages;
using Briefing.Worker.Rendering;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>
/// Makes a delivery's message: a pure function of what is stored and configured, so that a repeat is the same bytes. What readers
/// share is encoded once. May be called from several threads at once.
/// </summary>
internal sealed class DeliveryComposer(BriefingDatabase database, MailSetup mail, LinkKeys links, NoticeWriter notices)
{
    /// <summary>Choices whose mails are kept encoded; a list whose readers make more costs encoding again, not memory.</summary>
    private const int MaxKept = 32;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, EncodedMail> _kept = [];
    private readonly Queue<long> _order = new();
    private (long Edition, MimePart? Pack, Placeholders Placeholders)? _edition;

    /// <exception cref="CannotComposeException">What it is made of is no longer there, or cannot stand in a message.</exception>
    public OutgoingMessage Compose(BegunAttempt begun)
    {
        try
        {
            var recipient = RecipientOf(begun);
            var stamp = new DeliveryStamp(recipient, begun.Delivery.MessageId, begun.Delivery.Dated.ToDateTimeOffset());
            return new OutgoingMessage
            {
                Key = begun.Delivery.Key,
                Sender = mail.Bounces,
                Recipient = recipient,
                Content = begun.Delivery.Message is { } message ? OfEdition(begun, stamp, message) : OfNotice(begun.Delivery, stamp),
            };
        }
        catch (FormatException fault)
        {
            throw new CannotComposeException($"the message cannot be written: {fault.Message}", fault);
        }
    }

    private Mailbox RecipientOf(BegunAttempt begun)
    {
        if (begun.Delivery.Kind == DeliveryKind.Alert)
            return mail.Operators ?? throw new CannotComposeException("nobody is named under mail.operators any more");
        var reader = begun.Reader ?? throw new CannotComposeException("the reader is not known");
        return Mailbox.Of(reader.Address, reader.Name);
    }

    private MessageContent OfEdition(BegunAttempt begun, DeliveryStamp stamp, long message)
    {
        var encoded = Encoded(message);
        var subscriber = begun.Delivery.Subscriber!.Value;
        var unsubscribe = UnsubscribeOf(subscriber);
        var values = new PersonalValues(unsubscribe?.Page.AbsoluteUri ?? "", Greeting.Of(begun.Reader!.Name), PreferencesOf(subscriber));
        return encoded.Template.Fill(DeliveryHeaders.OfEdition(mail.Identity, stamp, encoded.Subject, unsubscribe), values, mail.Signer);
    }

    private MessageContent OfNotice(DeliveryRecord delivery, DeliveryStamp stamp)
    {
        var notice = notices.Write(delivery);
        var template = MessageTemplate.Of(notice.Text, notice.Html, []);
        return template.Fill(DeliveryHeaders.OfNotice(mail.Identity, stamp, notice.Subject), PersonalValues.None, mail.Signer);
    }

    private UnsubscribeLinks? UnsubscribeOf(long subscriber) =>
        mail.UnsubscribeBase is { } page ? UnsubscribeLinks.For(page, mail.UnsubscribeMailbox, TokenOf(subscriber, LinkPurpose.Unsubscribe)) : null;

    private string PreferencesOf(long subscriber) =>
        mail.Site is { } site ? $"{site.AbsoluteUri.TrimEnd('/')}/preferences/{TokenOf(subscriber, LinkPurpose.Preferences)}" : "";

    // Without an end: it must work for as long as somebody keeps the mail.
    private string TokenOf(long subscriber, LinkPurpose purpose) => links.Write(new LinkToken(purpose, subscriber, Expires: null));

    private EncodedMail Encoded(long message)
    {
        lock (_lock)
        {
            if (_kept.TryGetValue(message, out var kept))
                return kept;
            if (_kept.Count >= MaxKept)
                _kept.Remove(_order.Dequeue());
            _order.Enqueue(message);
            return _kept[message] = Encode(message);
        }
    }

    private EncodedMail Encode(long id)
    {
        var stored = database.Read(session => MessageStore.Find(session, id)) ?? throw new CannotComposeException("the edition's mail is no longer kept");
        var (_, pack, placeholders) = Edition(stored.Edition);
        if (stored.Pack is not null && pack is null)
            throw new CannotComposeException("the edition's pack is no longer kept");
        return new EncodedMail(stored.Subject, MessageTemplate.Of(stored.Text, stored.Html, stored.Pack is null ? [] : [pack!], placeholders));
    }

    // The pack is encoded once, whatever the choices.
    private (long Edition, MimePart? Pack, Placeholders Placeholders) Edition(long id)
    {
        if (_edition is { } known && known.Edition == id)
            return known;
        var (edition, pack) = database.Read(session =>
        {
            var record = EditionStore.Find(session, id) ?? throw new CannotComposeException("the edition is no longer kept");
            return (EditionContents.Read(session, record)!, EditionContents.FileOf(session, record, EditionFiles.Pack));
        });
        _edition = (id, pack is null ? null : EditionMessage.PackPart(edition, pack), Placeholders.Of(edition));
        return _edition.Value;
    }

    private sealed record EncodedMail(string Subject, MessageTemplate Template);
}

/// <summary>A delivery's message cannot be made; the sentence says why and holds no address.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always says why.")]
internal sealed class CannotComposeException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>How a reader is addressed.</summary>
internal static class Greeting
{
    /// <param name="name">Null where only the address is known.</param>
    public static string Of(string? name) => string.IsNullOrWhiteSpace(name) ? "Dear reader," : $"Dear {name.Trim()},";
}

/// <summary>What a refusal in our own dialogue says of the reader's address is kept like a notice of non-delivery, and judged by the same rule.</summary>
internal static class RefusedReader
{
    /// <returns>Whether the reader is suppressed by it.</returns>
    public static bool Note(StorageSession session, AddressKey key, SentAttempt sent, Instant now)
    {
        if (sent.Begun.Delivery is not { Kind: DeliveryKind.Edition, Subscriber: { } subscriber } delivery
            || sent.Outcome is not SendOutcome.Refused { Reply: { } reply, Concerns: var concerns })
            return false;
        var status = reply.EnhancedStatus is { } text ? EnhancedStatus.Parse(text) : null;
        if (BounceRule.OfRefusal(concerns == Concern.Recipient, reply.Code, status) is not { } kind)
            return false;
        var bounce = new BounceRecord(BounceRecord.NoticeOf(delivery.Key, delivery.Attempts), subscriber, delivery.Id, kind, status, reply.ToString());
        return BounceStore.Take(session, new SubscriberStore(session, key), bounce, now);
    }
}
