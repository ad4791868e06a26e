using Briefing.Core.Claims.Sentences;

namespace Briefing.Core.Claims.Quotations;

/// <summary>The words at a sentence's end that tell only whose word it is: ", police said on Monday", ", according to two officials".</summary>
internal static class AttributionClause
{
    private const int LongestWords = 9;
    private const int MinStated = 4;

    /// <summary>The index of the clause's first word; the count of words where there is none.</summary>
    public static int StartOf(Sentence statement)
    {
        for (var at = statement.Count - 1; at >= MinStated && statement.Count - at <= LongestWords && !statement.IsQuoted(at); at--)
        {
            if (statement.TextBetween(at - 1, at).Contains(','))
                return TellsWhoSpeaks(statement, at) ? at : statement.Count;
        }

        return statement.Count;
    }

    private static bool TellsWhoSpeaks(Sentence statement, int first)
    {
        if (statement.Forms[first].Folded is "according" or "per")
            return true;
        // "The line, which owns the ferry, said its papers were in order": the subject stands before, and the statement follows.
        if (SpeakerReader.IsSpeaking(statement.Forms[first].Folded))
            return first + 1 < statement.Count && IsSomeone(statement, first + 1);
        for (var at = first + 1; at < statement.Count; at++)
        {
            if (SpeakerReader.IsSpeaking(statement.Forms[at].Folded))
                return IsEnd(statement, at + 1);
            if (statement.Forms[at].Folded is "who" or "which" or "that" or "and" or "but" or "as" or "when" or "while")
                return false;
        }

        return false;
    }

    // "said prison spokesman Al Quintero": names and plain nouns to the end, no verb among them.
    private static bool IsSomeone(Sentence statement, int first)
    {
        var hasName = false;
        for (var at = first; at < statement.Count; at++)
        {
            hasName |= statement.IsName[at];
            if (statement.Forms[at].Kind == WordKind.Stop && statement.Forms[at].Folded is not ("the" or "a" or "an" or "of" or "for" or "two" or "in"))
                return false;
        }

        return hasName;
    }

    // "told reporters", "said in a statement", "said on Monday": nothing of what was said.
    private static bool IsEnd(Sentence statement, int first)
    {
        for (var at = first; at < statement.Count; at++)
        {
            if (!statement.IsInDate(at) && !statement.IsName[at]
                && statement.Forms[at].Folded is not ("in" or "on" or "at" or "a" or "an" or "the" or "to" or "by" or "of" or "late" or "early" or "statement" or "interview" or "reporters"
                    or "conference" or "news" or "press" or "briefing" or "email" or "agency" or "journalists" or "post" or "tweet" or "letter" or "report" or "court"))
            {
                return false;
            }
        }

        return true;
    }
}
