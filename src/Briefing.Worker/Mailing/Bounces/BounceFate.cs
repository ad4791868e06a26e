namespace Briefing.Worker.Mailing.Bounces;

/// <summary>What became of a message in the bounce folder.</summary>
internal enum BounceFate
{
    /// <summary>A reader's address is dead.</summary>
    Hard,

    /// <summary>A message did not arrive.</summary>
    Soft,

    Complaint,
    Unsubscribed,

    /// <summary>A mail to the operators did not arrive.</summary>
    Operators,

    /// <summary>It tells of no failure: delayed, delivered, praise.</summary>
    NoFailure,

    /// <summary>An answering machine's, or a receipt.</summary>
    Automatic,

    /// <summary>It has been taken before, or what it asks for stood already or was overtaken.</summary>
    Known,

    /// <summary>It is about nothing that we can find.</summary>
    Unmatched,
}
