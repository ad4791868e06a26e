namespace Briefing.Core.Topics;

/// <summary>
/// Names that a story introduces by a required word: "British Prime Minister Jane Doe" lets "Doe" stand for the British side
/// from there on, in every article of the story, without any list of people.
/// </summary>
internal sealed class IntroducedNames(TopicIndex index)
{
    // "Britain's newly appointed Secretary of State for Foreign Affairs Jane Doe" is about the longest form in use.
    private const int LongestIntroduction = 10;
    private const int LongestName = 3;

    // A misspelling is looked for in names of at least so many letters: shorter ones are too close to each other.
    private const int MinLettersForMisspelling = 6;

    private readonly Dictionary<string, List<(int Topic, int Group)>> _names = new(StringComparer.Ordinal);

    public void Collect(string text, List<FilingToken> tokens, List<PhraseHit> hits)
    {
        foreach (var hit in hits)
        {
            foreach (var part in index.PartsOf(hit.Phrase))
            {
                if (part.Role == PhraseRole.Required)
                    CollectAfter(text, tokens, hit.Last, (part.Topic, part.Group));
            }
        }
    }

    /// <summary>The required groups that a word stands for as a name; null for other words.</summary>
    public IReadOnlyList<(int Topic, int Group)>? StandsFor(TopicWord word)
    {
        if (_names.Count == 0 || !word.IsCapitalized || word.Folded.Length < 2)
            return null;
        if (_names.TryGetValue(word.Folded, out var groups))
            return groups;
        if (word.Folded.Length < MinLettersForMisspelling)
            return null;
        foreach (var (name, itsGroups) in _names)
        {
            if (name.Length >= MinLettersForMisspelling && name[0] == word.Folded[0] && IsOneLetterOff(name, word.Folded))
                return itsGroups;
        }

        return null;
    }

    private void CollectAfter(string text, List<FilingToken> tokens, int introducer, (int Topic, int Group) standsFor)
    {
        var at = introducer + 1;
        var offices = 0;
        while (at < tokens.Count && at - introducer <= LongestIntroduction && IsOffice(text, tokens, at, offices > 0))
        {
            if (tokens[at].Word.Duty == WordRole.Office)
                offices++;
            at++;
        }

        if (offices == 0)
            return;
        for (var taken = 0; taken < LongestName && at < tokens.Count && IsName(text, tokens, at, mayFollowComma: taken == 0); taken++, at++)
        {
            var name = tokens[at].Word.Folded;
            if (!_names.TryGetValue(name, out var groups))
                _names.Add(name, groups = []);
            if (!groups.Contains(standsFor))
                groups.Add(standsFor);
        }
    }

    // Offices, and the small words inside them ("Secretary of State for Trade"), in one run without punctuation.
    private static bool IsOffice(string text, List<FilingToken> tokens, int at, bool begun)
    {
        if (!IsOneSpace(text, tokens[at - 1].End, tokens[at].Start))
            return false;
        var word = tokens[at].Word;
        return word.Duty == WordRole.Office
            || (begun && word.Folded is "of" or "for" or "and" or "the" && at + 1 < tokens.Count && tokens[at + 1].Word.Duty == WordRole.Office);
    }

    private bool IsName(string text, List<FilingToken> tokens, int at, bool mayFollowComma)
    {
        var word = tokens[at].Word;
        if (!word.IsCapitalized || word.Duty != WordRole.None || word.Folded.Length < 2 || MeetsRequired(word))
            return false;
        var gap = text.AsSpan(tokens[at - 1].End, tokens[at].Start - tokens[at - 1].End);
        return IsOneSpace(text, tokens[at - 1].End, tokens[at].Start) || (mayFollowComma && gap is ", ") || gap is "-";
    }

    private bool MeetsRequired(TopicWord word)
    {
        foreach (var hit in index.Phrases.Find([new FilingToken(0, 0, word)], 0, 1))
        {
            if (index.PartsOf(hit.Phrase).Any(part => part.Role == PhraseRole.Required))
                return true;
        }

        return false;
    }

    private static bool IsOneSpace(string text, int from, int to) => to == from + 1 && text[from] is ' ' or '\u00A0';

    /// <summary>One letter left out, put in, changed or two neighbours swapped.</summary>
    private static bool IsOneLetterOff(string name, string other)
    {
        if (Math.Abs(name.Length - other.Length) > 1)
            return false;
        var same = 0;
        while (same < name.Length && same < other.Length && name[same] == other[same])
            same++;
        var rest = name.AsSpan(same);
        var otherRest = other.AsSpan(same);
        if (rest.IsEmpty || otherRest.IsEmpty)
            return true;
        return rest[1..].SequenceEqual(otherRest)
            || rest.SequenceEqual(otherRest[1..])
            || rest[1..].SequenceEqual(otherRest[1..])
            || (rest.Length > 1 && otherRest.Length > 1 && rest[0] == otherRest[1] && rest[1] == otherRest[0] && rest[2..].SequenceEqual(otherRest[2..]));
    }
}
