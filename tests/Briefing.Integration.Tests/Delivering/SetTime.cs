namespace Briefing.Integration.Tests.Delivering;

/// <summary>Time that passes only when it is told to.</summary>
internal sealed class SetTime : TimeProvider
{
    public TimeSpan Now { get; set; } = TimeSpan.FromHours(1);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}
