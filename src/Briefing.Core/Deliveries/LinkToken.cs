using NodaTime;

namespace Briefing.Core.Deliveries;

/// <summary>What a link in a mail says. It is not secret, and no address is in it.</summary>
/// <param name="Subject">A subscriber's id; for <see cref="LinkPurpose.Pack"/> an edition's. From 1.</param>
/// <param name="Expires">The first instant at which it is no longer good, in whole seconds (a part of one is cut off); null where it stays good.</param>
public sealed record LinkToken(LinkPurpose Purpose, long Subject, Instant? Expires)
{
    public bool IsExpiredAt(Instant now) => now >= Expires;
}
