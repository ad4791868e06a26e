namespace Briefing.Worker.Mailing.Messages;

/// <summary>What differs per subscriber, as plain text; where it stands in HTML it is encoded there.</summary>
/// <param name="Unsubscribe">The address of the subscriber's own page.</param>
/// <param name="Preferences">The address of the page with the subscriber's choices; empty for texts that have no place for it.</param>
internal sealed record PersonalValues(string Unsubscribe, string Greeting, string Preferences)
{
    /// <summary>For messages that have no place for any.</summary>
    public static PersonalValues None { get; } = new("", "", "");
}
