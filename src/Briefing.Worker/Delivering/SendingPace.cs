namespace Briefing.Worker.Delivering;

/// <summary>
/// How many deliveries a sender stores as being sent in one commit. Were it killed, the outcome of all of them would be unknown: so
/// only as many as went out within an instant lately. To a server that takes its time they are stored one by one, where a commit
/// costs little beside the rest.
/// </summary>
internal sealed class SendingPace(TimeProvider time)
{
    private const int Most = 8;
    private static readonly TimeSpan Within = TimeSpan.FromMilliseconds(20);

    // By then the readers might have changed their minds: what is left is asked for anew.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private long _started;

    public int AtOnce { get; private set; } = 1;

    /// <summary>Whether those given out have taken too long for the rest of them to go out without being asked for again.</summary>
    public bool IsSpent => time.GetElapsedTime(_started) > Longest;

    public void Start() => _started = time.GetTimestamp();

    /// <param name="sent">How many went out since the start.</param>
    public void Stop(int sent)
    {
        var took = time.GetElapsedTime(_started);
        AtOnce = (int)Math.Clamp(Within * sent / (took + TimeSpan.FromTicks(1)), 1, Most);
    }
}
