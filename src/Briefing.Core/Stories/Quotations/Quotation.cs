using Briefing.Core.Stories.Claims;

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

    // Papers tidy what they quote by a word: "actually", "to date".
    private const double NearlyAll = 0.85;

    public bool IsTelling => Words.Length >= TellingLength;

    /// <summary>
    /// Whether a sentence has these words, nearly all and in this order, quoted or not. Where it lacks a "we" or "I" of the
    /// quotation, it reports the speech in words of its own.
    /// </summary>
    public bool IsSpokenIn(Statement statement)
    {
        if (Array.Exists(Words, word => IsFirstPerson(word) && !Array.Exists(statement.Forms, form => form.Folded == word)))
            return false;
        var lengths = new int[Words.Length + 1];
        foreach (var form in statement.Forms)
        {
            var diagonal = 0;
            for (var at = 1; at <= Words.Length; at++)
            {
                var above = lengths[at];
                lengths[at] = string.Equals(form.Folded, Words[at - 1], StringComparison.Ordinal) ? diagonal + 1 : Math.Max(above, lengths[at - 1]);
                diagonal = above;
            }
        }

        return lengths[^1] >= NearlyAll * Words.Length;
    }

    private static bool IsFirstPerson(string word) => word is "i" or "we" or "my" or "our" or "me" or "us";

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
