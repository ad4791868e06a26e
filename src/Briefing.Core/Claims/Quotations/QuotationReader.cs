using System.Buffers;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;

namespace Briefing.Core.Claims.Quotations;

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

    public bool IsSubstantial => Words.Length >= TellingLength;

    /// <summary>
    /// Whether a sentence has these words, nearly all and in this order, quoted or not. Where it lacks a "we" or "I" of the
    /// quotation, it reports the speech in words of its own.
    /// </summary>
    public bool IsSpokenIn(Sentence statement)
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

/// <summary>Reads what a sentence quotes and from whom.</summary>
internal static class QuotationReader
{
    /// <summary>Null when nothing is quoted.</summary>
    public static Quotation? Of(Sentence statement)
    {
        if (statement.Quotes.Count == 0)
            return null;
        var quoted = 0;
        var (longestFirst, longestEnd) = (0, 0);
        foreach (var quote in statement.Quotes)
        {
            var first = 0;
            while (first < statement.Count && statement.Words[first].Span.Start < quote.Start)
                first++;
            var end = first;
            while (end < statement.Count && statement.Words[end].Span.End <= quote.End)
                end++;
            quoted += end - first;
            if (end - first > longestEnd - longestFirst)
                (longestFirst, longestEnd) = (first, end);
        }

        // Papers drop and add an article even inside quotation marks.
        var words = statement.Forms[longestFirst..longestEnd].Select(form => form.Folded).Where(word => word is not ("a" or "an" or "the"));
        return new Quotation([.. words], 2 * quoted >= statement.Count || quoted >= Quotation.LongLength, SpeakerReader.Of(statement));
    }
}

/// <summary>Finds what stands between quotation marks, straight or curly, English, German or French.</summary>
internal static class QuotedSpans
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB\u2018");

    /// <summary>In order, without the marks. A quotation that is not closed runs to the end: papers close it in a later paragraph.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
            return [];
        var spans = new List<TextSpan>();
        var open = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (open < 0 && (text[at] is '\u201C' or '\u201E' or '\u00AB' || (text[at] == '"' && !ClosesUnopened(text, at)) || OpensSingle(text, at)))
            {
                open = at + 1;
            }
            else if (open < 0 && at > 0 && spans.Count == 0 && ClosesUnopened(text, at))
            {
                spans.Add(new TextSpan(0, at));
            }
            else if (open >= 0 && Closes(text, at, text[open - 1]))
            {
                if (at > open)
                    spans.Add(new TextSpan(open, at));
                open = -1;
            }
        }

        if (open >= 0 && open < text.Length)
            spans.Add(new TextSpan(open, text.Length));
        return spans;
    }

    // The last sentence of a quotation has its closing mark only.
    private static bool ClosesUnopened(string text, int at) =>
        text[at] is '"' or '\u201D' && at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('(' or '\u2014' or '-' or ':')
        && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    private static bool Closes(string text, int at, char opening) => opening switch
    {
        '"' => text[at] == '"',
        '\u00AB' => text[at] == '\u00BB',
        '\u2018' => text[at] == '\u2019' && !IsBetweenLetters(text, at),
        _ => text[at] is '\u201D' or '"' || (opening == '\u201E' && text[at] == '\u201C'),
    };

    // A curly single mark opens a quotation where a straight apostrophe could not stand.
    private static bool OpensSingle(string text, int at) =>
        text[at] == '\u2018' && !IsBetweenLetters(text, at) && text.AsSpan(at + 1).Contains('\u2019');

    private static bool IsBetweenLetters(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
}
