using NodaTime;

namespace Briefing.Integration.Tests.Site;

/// <summary>A clock that stands until it is moved on.</summary>
internal sealed class HeldClock(Instant now) : IClock
{
    public Instant Now { get; private set; } = now;

    public Instant GetCurrentInstant() => Now;

    public void Pass(Duration time) => Now += time;
}
