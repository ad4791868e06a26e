namespace Briefing.Core.Editions.Continuity;

/// <summary>What a statement of today's is to an earlier one.</summary>
internal enum Bond
{
    /// <summary>Nothing that can be told from the two.</summary>
    None,

    /// <summary>It tells nothing that the earlier one did not tell, in whatever words.</summary>
    Same,

    /// <summary>It tells all of the earlier one, and more.</summary>
    Fuller,

    /// <summary>It is the same statement with another figure, date or name, or told more or less firmly.</summary>
    Changed,

    /// <summary>It reads like the earlier one and is of another occasion: last month's figures, another summit.</summary>
    Another,
}
