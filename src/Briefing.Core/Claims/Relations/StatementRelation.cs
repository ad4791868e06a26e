namespace Briefing.Core.Claims.Relations;

/// <summary>How what one statement says stands to what another says.</summary>
public enum StatementRelation
{
    /// <summary>Both say the same.</summary>
    Same,

    /// <summary>The first says all that the second says, and more.</summary>
    Fuller,

    /// <summary>The second says all that the first says, and more.</summary>
    Poorer,

    /// <summary>Both cannot be true of one thing.</summary>
    Contradicts,

    /// <summary>They share much, and each says something that the other does not.</summary>
    Related,

    /// <summary>They are about different things, or share little.</summary>
    Other,
}

/// <summary>The relation of two statements and what it rests on.</summary>
/// <param name="About">Of a contradiction what it is about: "lift / keep"; null otherwise.</param>
/// <param name="Explanation">What keeps the two apart, or which words were taken for one another; one short line each.</param>
public sealed record RelationFinding(StatementRelation Relation, string? About, IReadOnlyList<string> Explanation)
{
    /// <summary>Whether the two may stand as one statement.</summary>
    public bool IsOneStatement => Relation is StatementRelation.Same or StatementRelation.Fuller or StatementRelation.Poorer;
}
