using Briefing.Core.Text;

namespace Briefing.Core.Claims.Sentences;

/// <summary>Whether two texts mean the same person, place or body by a name.</summary>
internal static class NameMatch
{
    /// <summary>Whether <paramref name="other"/> speaks of whom <paramref name="run"/> names: by surname, another spelling, or a pronoun that its text explains.</summary>
    public static bool IsNamed(ComparableClause owner, NameRun run, ComparableClause other)
    {
        if (Array.TrueForAll(run.Words, word => Finds(owner, word, other)))
            return true;
        foreach (var candidate in other.Names)
        {
            if (IsShortFor(other, candidate, owner, run) || Acronyms.Match(owner.Sentence, run, other.Sentence, candidate))
                return true;
        }

        return run.Words.Length <= 2 && other.HasPersonalPronoun && other.IsNamedJustBefore(owner.StemAt(run.Head));
    }

    // "Torvald" for "Ana Torvald", "Lee" for "Lee Jae Myung": part of the name and nothing else.
    private static bool IsShortFor(ComparableClause other, NameRun candidate, ComparableClause owner, NameRun run) =>
        candidate.Words.Length < run.Words.Length
        && Array.TrueForAll(candidate.Words, word => Array.Exists(run.Words, own => IsSame(owner, own, other, word)));

    private static bool IsSame(ComparableClause owner, int own, ComparableClause other, int word) =>
        owner.StemAt(own) == other.StemAt(word) || IsMisspelling(owner.Sentence.Forms[own], other.Sentence.Forms[word]);

    /// <summary>
    /// Whether two spellings are one name misspelt: one letter in five to eight, two in nine and more. Names of different states
    /// ("Austria", "Australia") are never that.
    /// </summary>
    public static bool IsMisspelling(WordForm one, WordForm other)
    {
        if (one.Country is not null || other.Country is not null)
            return false;
        var (left, right) = (WithoutApostrophe(one.Folded), WithoutApostrophe(other.Folded));
        var length = Math.Min(left.Length, right.Length);
        var allowed = length switch { < 5 => 0, < 9 => 1, _ => 2 };
        return allowed > 0 && left[0] == right[0] && EditDistance.IsWithin(left, right, allowed);
    }

    // "O'Hara" and "OHara".
    private static string WithoutApostrophe(string folded) => folded.Contains('\'') ? folded.Replace("'", "", StringComparison.Ordinal) : folded;

    // "Ark." is "Arkansas": the first three letters or more, with a point, of a word that has three more at least.
    private static bool IsAbbreviation(Sentence brief, int word, string full)
    {
        const int Shortest = 3;
        var letters = brief.Forms[word].Folded;
        return letters.Length >= Shortest && full.Length >= letters.Length + Shortest && full.StartsWith(letters, StringComparison.Ordinal)
            && brief.Words[word].Span.End is var end && end < brief.Text.Length && brief.Text[end] == '.';
    }

    private static bool Finds(ComparableClause owner, int word, ComparableClause other)
    {
        if (other.Has(owner.StemAt(word)))
            return true;
        var form = owner.Sentence.Forms[word];
        if (form.Folded.Length < 3 || char.IsDigit(form.Folded[0]))
            return false;
        foreach (var run in other.Names)
        {
            foreach (var candidate in run.Words)
            {
                if (IsMisspelling(form, other.Sentence.Forms[candidate]) || IsAbbreviation(owner.Sentence, word, other.Sentence.Forms[candidate].Folded)
                    || IsAbbreviation(other.Sentence, candidate, form.Folded))
                    return true;
            }
        }

        return false;
    }
}

/// <summary>Names written out and by their initials: "Global Combat Air Program" and "GCAP", "Group of Seven" and "G7".</summary>
internal static class Acronyms
{
    public static bool Match(Sentence one, NameRun first, Sentence other, NameRun second) =>
        IsInitials(one, first, other, second) || IsInitials(other, second, one, first);

    private static bool IsInitials(Sentence full, NameRun name, Sentence brief, NameRun initials)
    {
        if (initials.Words.Length != 1 || name.Words.Length < 2)
            return false;
        var letters = brief.Forms[initials.Head].Folded;
        if (letters.Length != name.Words.Length)
            return false;
        for (var at = 0; at < letters.Length; at++)
        {
            var word = full.Forms[name.Words[at]].Folded;
            if (word[0] != letters[at] && FillerWords.Digits(word)?[0] != letters[at])
                return false;
        }

        return true;
    }
}

/// <summary>Letters to insert, delete, replace or swap between two words. Source: optimal string alignment, after Damerau, CACM 7 (3), 1964.</summary>
internal static class EditDistance
{
    public static bool IsWithin(string one, string other, int limit)
    {
        if (Math.Abs(one.Length - other.Length) > limit)
            return false;
        var rows = new int[3][];
        for (var row = 0; row < 3; row++)
            rows[row] = new int[other.Length + 1];
        for (var column = 0; column <= other.Length; column++)
            rows[0][column] = column;

        for (var row = 1; row <= one.Length; row++)
        {
            var (current, above, twoAbove) = (rows[row % 3], rows[(row + 2) % 3], rows[(row + 1) % 3]);
            current[0] = row;
            for (var column = 1; column <= other.Length; column++)
            {
                var replace = above[column - 1] + (one[row - 1] == other[column - 1] ? 0 : 1);
                current[column] = Math.Min(replace, Math.Min(above[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1])
                    current[column] = Math.Min(current[column], twoAbove[column - 2] + 1);
            }
        }

        return rows[one.Length % 3][other.Length] <= limit;
    }
}
