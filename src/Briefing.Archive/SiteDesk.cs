using Briefing.Archive.Limits;
using NodaTime;

namespace Briefing.Archive;

/// <summary>What the endpoints work with.</summary>
internal sealed record SiteDesk(SiteSettings Settings, SiteStorage Storage, SiteLinks Links, SignUpLimits Limits, Subscriptions Subscriptions, IClock Clock)
{
    public Instant Now => Clock.GetCurrentInstant();
}
