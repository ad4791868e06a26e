using NodaTime;

namespace Briefing.Integration.Tests;

/// <summary>A clock that always tells one instant.</summary>
internal sealed class StoppedClock(Instant instant) : IClock
{
    public Instant GetCurrentInstant() => instant;
}
