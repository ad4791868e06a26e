using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>MailKit's client, asking for notices that name the delivery, and kept from touching a message that is signed and stored.</summary>
internal sealed class DeliveryClient : SmtpClient
{
    public DeliveryClient(IProtocolLogger logger)
        : base(logger) =>
        DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;

    /// <summary>The delivery's key, by which a notice of non-delivery names it (RFC 3461, ENVID).</summary>
    public string? EnvelopeId { get; set; }

    /// <inheritdoc/>
    protected override string? GetEnvelopeId(MimeMessage message) => EnvelopeId;

    /// <summary>None is named: the server's own rule is a notice when delivery fails (RFC 3461, 4.1), and that is what is wanted.</summary>
    protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => null;

    /// <summary>Encodes nothing anew.</summary>
    protected override void Prepare(FormatOptions options, MimeMessage message, EncodingConstraint constraint, int maxLineLength)
    {
        // What the server cannot carry is not offered to it (SmtpConnection.Misfit).
    }
}
