namespace Briefing.Core.Topics;

/// <summary>
/// Says whether a passage's words need what stands before it. A full resolution of pronouns is not attempted: filing only
/// asks whether the subject of the passage before goes on.
/// </summary>
internal static class Anaphora
{
    // Where a subject stands in English: "He also said …", "In the evening she …".
    private const int SubjectWords = 4;

    // So short a sentence, when it names nobody and gives no figure, continues what the one before it said.
    private const int BareSentenceWords = 14;

    public static AnaphoraKind Of(TokenRange range)
    {
        if (range.From >= range.To)
            return AnaphoraKind.None;
        if (IsJoint(range))
            return AnaphoraKind.ToBothParties;
        return OpensQuotation(range) || HasReferringWord(range) || IsBare(range) ? AnaphoraKind.ToPrevious : AnaphoraKind.None;
    }

    // "Both ministers", "The two agreed".
    private static bool IsJoint(TokenRange range) =>
        range.Tokens[range.From].Word.Folded is "both"
        || NamesTheTwo(range);

    private static bool NamesTheTwo(TokenRange range)
    {
        for (var at = range.From; at < Math.Min(range.From + SubjectWords, range.To - 1); at++)
        {
            if (range.Tokens[at].Word.Folded is "the" && range.Tokens[at + 1].Word.Folded is "two")
                return true;
        }

        return false;
    }

    // A passage that opens with quoted speech goes on with what its speaker spoke of.
    private static bool OpensQuotation(TokenRange range)
    {
        var start = range.Tokens[range.From].Start;
        return start > 0 && range.Text[start - 1] is '"' or '“' or '„' or '«' or '‘';
    }

    private static bool HasReferringWord(TokenRange range)
    {
        for (var at = range.From; at < range.To; at++)
        {
            var position = at - range.From;
            switch (range.Tokens[at].Word.Duty)
            {
                case WordRole.Pronoun when position < SubjectWords:
                case WordRole.Demonstrative when position == 0:
                case WordRole.Demonstrative when range.Tokens[at - 1].Word.Duty == WordRole.Preposition:
                case WordRole.There when at + 1 >= range.To || range.Tokens[at + 1].Word.Duty != WordRole.Being:
                    return true;
            }
        }

        return false;
    }

    private static bool IsBare(TokenRange range)
    {
        if (range.To - range.From > BareSentenceWords)
            return false;
        for (var at = range.From; at < range.To; at++)
        {
            var word = range.Tokens[at].Word;
            if (word.IsFigure || (word.IsCapitalized && at > range.From))
                return false;
        }

        return true;
    }
}

internal enum AnaphoraKind
{
    None,

    /// <summary>To what the passage before tells.</summary>
    ToPrevious,

    /// <summary>To two parties: those of the passage before where it names people of both, else those of the whole story.</summary>
    ToBothParties,
}
