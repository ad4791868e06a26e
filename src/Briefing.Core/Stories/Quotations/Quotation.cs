namespace Briefing.Core.Stories.Quotations;

/// <summary>What a passage quotes.</summary>
/// <param name="Words">The longest quoted stretch, folded, without articles.</param>
/// <param name="IsMost">Whether at least half of the passage's words are quoted, or very many: the passage is a quotation and not a sentence with one.</param>
/// <param name="Speaker">As the passage names the speaker; null when it does not.</param>
internal sealed record Quotation(string[] Words, bool IsMost, string? Speaker)
{
    /// <summary>Below this a quoted stretch is a turn of phrase ("very dangerous"), which many may use.</summary>
    public const int TellingLength = 5;

    /// <summary>So many quoted words are a statement of the speaker's, however long the sentence around them.</summary>
    public const int LongLength = 10;

    public bool IsTelling => Words.Length >= TellingLength;

    /// <summary>Whether the other quotes these words, or more that include them.</summary>
    public bool IsPartOf(Quotation other)
    {
        if (Words.Length > other.Words.Length)
            return false;
        for (var at = 0; at + Words.Length <= other.Words.Length; at++)
        {
            if (other.Words.AsSpan(at, Words.Length).SequenceEqual(Words))
                return true;
        }

        return false;
    }
}
