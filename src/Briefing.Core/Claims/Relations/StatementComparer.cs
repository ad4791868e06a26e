using Briefing.Core.Claims.Sentences;

namespace Briefing.Core.Claims.Relations;

/// <summary>Finds the relation of two statements given as text. Keeps what it learned of words. Not for use by several threads at once.</summary>
public sealed class StatementComparer
{
    private readonly Vocabulary _vocabulary = new();

    /// <summary>The relation of the first to the second. Both may have several sentences; they are compared as one.</summary>
    public RelationFinding Compare(string first, string second)
    {
        var reader = new SentenceReader(_vocabulary, new NameUse());
        var (one, two) = (reader.Read(first), reader.Read(second));
        return StatementComparison.Compare(new ComparableClause(one, published: null), new ComparableClause(two, published: null));
    }
}
