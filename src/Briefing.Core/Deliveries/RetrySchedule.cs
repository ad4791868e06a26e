using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Briefing.Core.Deliveries;

/// <summary>
/// When a delivery is tried again: after 1, 5, 15 and then every 60 minutes, each drawn out by up to a fifth, in whole seconds, so that what failed
/// together does not come back together. How far it is drawn out derives from the delivery's key: the same at every reckoning.
/// </summary>
public static class RetrySchedule
{
    /// <summary>A part of the delay, at most.</summary>
    public const double MaxJitter = 0.2;

    private static readonly Duration[] Delays = [Duration.FromMinutes(1), Duration.FromMinutes(5), Duration.FromMinutes(15), Duration.FromMinutes(60)];

    /// <param name="key">The delivery's.</param>
    /// <param name="attempts">How many were made, from 1.</param>
    /// <param name="deadline">Nothing is tried after it.</param>
    /// <returns>At the deadline itself where the next attempt would come after it, but the first delay would not; null where no attempt is left.</returns>
    public static Instant? Next(string key, int attempts, Instant now, Instant deadline)
    {
        var next = Instant.Min(now + DelayAfter(key, attempts), Instant.Max(deadline, now + DelayAfter(key, 1)));
        return next <= deadline ? next : null;
    }

    /// <inheritdoc cref="Next"/>
    public static Duration DelayAfter(string key, int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        var delay = Delays[Math.Min(attempts, Delays.Length) - 1];
        return delay + Duration.FromSeconds((long)(delay.TotalSeconds * MaxJitter * Fraction($"{key} {attempts}")));
    }

    // In [0, 1), of 53 bits.
    private static double Fraction(string text) =>
        (BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text))) >> 11) * (1.0 / (1UL << 53));
}

/// <summary>
/// When so many readers' servers refuse an edition for good that something is wrong with the edition, the sender or the list, and
/// not with the readers: more than one in twenty, and at least twenty.
/// </summary>
public static class FailureBrake
{
    public const int Least = 20;
    public const double Share = 0.05;

    /// <param name="failed">Refused for good since the sending was last begun.</param>
    /// <param name="ended">Accepted or refused since then.</param>
    public static bool Pulls(int failed, int ended) => failed >= Least && failed > ended * Share;
}
