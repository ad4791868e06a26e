using Briefing.Core.Claims.Sentences;
using Briefing.Core.Text;

namespace Briefing.Core.Claims.Quotations;

/// <summary>Finds who a sentence says is speaking: "Torvald said", "said Lindqvist", "a diplomat told the agency", "according to two officials".</summary>
internal static class SpeakerReader
{
    // "Jane Doe, the minister for trade who …, said": beyond some words the subject is anyone's guess.
    private const int LongestPhrase = 7;

    /// <summary>The speaker as the text names it, "he", "she", "it" and the like included; null when no verb of speaking stands outside the quotation.</summary>
    public static string? Of(Sentence statement)
    {
        for (var at = 0; at < statement.Count; at++)
        {
            if (statement.IsQuoted(at))
                continue;
            var word = statement.Forms[at].Folded;
            if (word == "according" && at + 2 < statement.Count && statement.Forms[at + 1].Folded == "to")
                return PhraseAfter(statement, at + 2);
            if (!IsSpeaking(word))
                continue;
            if (PhraseBefore(statement, at) is { } before)
                return before;
            if (PhraseAfter(statement, at + 1) is { } after)
                return after;
        }

        return null;
    }

    /// <summary>Whether this is a pronoun and so names nobody.</summary>
    public static bool IsPronoun(string speaker) => WordFolding.Fold(speaker) is "he" or "she" or "they" or "it" or "we" or "i" or "who" or "which" or "that";

    /// <summary>Whether it is a verb of speaking, in a form that reports what was said.</summary>
    public static bool IsSpeaking(string word) =>
        word is "said" or "says" or "say" or "reported" or "reports" or "told" or "tells" or "added" or "adds" or "stated" or "states" or "warned" or "warns" or "announced"
            or "insisted" or "insists" or "noted" or "argued" or "explained" or "declared" or "stressed" or "emphasized" or "claimed"
            or "replied" or "wrote" or "writes" or "suggested" or "continued" or "remarked" or "tweeted" or "posted" or "vowed" or "described"
            or "called" or "asked" or "commented" or "acknowledged" or "admitted" or "cautioned" or "pledged";

    // The subject ends at the verb; it begins at its article, or with its first capital.
    private static string? PhraseBefore(Sentence statement, int verb)
    {
        var last = verb - 1;
        while (last >= 0 && IsBetween(statement, last) && IsOpen(statement, last, last + 1))
            last--;
        if (last < 0 || statement.IsQuoted(last) || !IsOpen(statement, last, last + 1))
            return null;
        if (IsPronoun(statement.Words[last].Text))
            return statement.Words[last].Text;

        var first = last;
        while (first > 0 && last - first < LongestPhrase && !IsDeterminer(statement.Forms[first].Folded)
            && IsPhrase(statement, first - 1, first) && !statement.IsQuoted(first - 1))
        {
            first--;
        }

        return Named(statement, first, last);
    }

    private static string? PhraseAfter(Sentence statement, int first)
    {
        if (first >= statement.Count || statement.IsQuoted(first) || !IsOpen(statement, first - 1, first))
            return null;
        if (IsPronoun(statement.Words[first].Text))
            return statement.Words[first].Text;
        if (!statement.IsName[first] && !IsDeterminer(statement.Forms[first].Folded))
            return null;
        var last = first;
        while (last + 1 < statement.Count && last - first < LongestPhrase && IsPhrase(statement, last, last + 1)
            && !(IsDeterminer(statement.Forms[last + 1].Folded) && !IsLink(statement.Forms[last].Folded)) && !IsSpeaking(statement.Forms[last + 1].Folded))
        {
            last++;
        }

        return Named(statement, first, last);
    }

    private static string? Named(Sentence statement, int first, int last)
    {
        // A speaker is a name or a noun behind an article, a number or nothing but "diplomats".
        while (first < last && statement.Forms[first].Kind == WordKind.Stop && !IsDeterminer(statement.Forms[first].Folded))
            first++;
        while (first < last && statement.Forms[last].Kind == WordKind.Stop)
            last--;
        if (statement.Forms[last].Kind == WordKind.Stop || statement.Words[first].IsNumber)
            return null;
        var isName = statement.Words[last].IsCapitalized || IsDeterminer(statement.Forms[first].Folded) || statement.Forms[last].Folded.EndsWith('s');
        return isName ? statement.Text[statement.Words[first].Span.Start..statement.Words[last].Span.End] : null;
    }

    // Names run on; common nouns stay together until a preposition, a comma or a verb ends them.
    private static bool IsPhrase(Sentence statement, int left, int right)
    {
        if (!IsOpen(statement, left, right))
            return false;
        var (one, two) = (statement.Forms[left].Folded, statement.Forms[right].Folded);
        if (statement.IsName[left] && statement.IsName[right])
            return true;
        if (IsDeterminer(one))
            return true;
        return Continues(statement, left, one) && Continues(statement, right, two);
    }

    private static bool Continues(Sentence statement, int at, string word) =>
        statement.IsName[at] || IsLink(word) || word == "the"
        || (statement.Forms[at].Kind == WordKind.Content && !statement.IsInDate(at) && !IsSpeaking(word)
            && !word.EndsWith("ed", StringComparison.Ordinal) && !word.EndsWith("ing", StringComparison.Ordinal));

    // "a spokesman for the coast guard"
    private static bool IsLink(string word) => word is "of" or "for";

    private static bool IsDeterminer(string word) => word is "a" or "an" or "the" or "one" or "two" or "three" or "another" or "some" or "several" or "his" or "her" or "their" or "its";

    // Between subject and verb: "also", "on Monday", "later on Saturday", "publicly".
    private static bool IsBetween(Sentence statement, int at) =>
        statement.IsInDate(at)
        || (statement.Forms[at].Folded == "on" && statement.IsInDate(at + 1))
        || statement.Forms[at].Folded is "also" or "has" or "have" or "had" or "later" or "then"
        || (statement.Forms[at].Folded.EndsWith("ly", StringComparison.Ordinal) && !statement.Words[at].IsCapitalized);

    // Only blanks between the two words: a comma or a quotation mark parts them.
    private static bool IsOpen(Sentence statement, int left, int right)
    {
        var gap = statement.Text.AsSpan(statement.Words[left].Span.End, statement.Words[right].Span.Start - statement.Words[left].Span.End);
        return gap is " " or "-" or ". " or "." or "\u00A0" or "'" or "\u2019 " or "' ";
    }
}
