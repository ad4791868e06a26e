using Briefing.Core.Subscribers;

namespace Briefing.Storage.Deliveries;

/// <summary>Whom a delivery goes to.</summary>
/// <param name="Name">Null where only the address is known.</param>
public sealed record DeliveryReader(MailAddress Address, string? Name);
