namespace Briefing.Storage.Editions;

/// <summary>How far an edition has come. It only ever goes forward.</summary>
public enum EditionState
{
    /// <summary>Its inputs are fixed.</summary>
    Frozen,

    /// <summary>Its content is fixed and kept, with the files made from it.</summary>
    Made,

    /// <summary>All its deliveries stand in the outbox.</summary>
    FannedOut,

    /// <summary>Every delivery has ended.</summary>
    Done,
}
