namespace Briefing.Worker.Mailing.Messages;

/// <summary>What a delivery fixes once and for all, so that every attempt is the same message.</summary>
/// <param name="MessageId">Without angle brackets; see <see cref="MessageIdOf"/>.</param>
internal sealed record DeliveryStamp(Mailbox To, string MessageId, DateTimeOffset Date)
{
    /// <param name="key">The delivery's key (<see cref="OutgoingMessage.Key"/>).</param>
    public static string MessageIdOf(string key, Mailbox from) => $"{key}@{from.Domain}";
}
