namespace Briefing.Core.Stories.Claims;

/// <summary>Whether two texts mean the same person, place or body by a name.</summary>
internal static class NameMatch
{
    /// <summary>Whether <paramref name="other"/> speaks of whom <paramref name="run"/> names: by surname, another spelling, or a pronoun that its text explains.</summary>
    public static bool IsNamed(Wording owner, NameRun run, Wording other)
    {
        if (Array.TrueForAll(run.Words, word => Finds(owner, word, other)))
            return true;
        foreach (var candidate in other.Names)
        {
            if (IsShortFor(other, candidate, owner, run) || Acronyms.Match(owner.Statement, run, other.Statement, candidate))
                return true;
        }

        return run.Words.Length <= 2 && other.HasPersonalPronoun && other.IsNamedJustBefore(owner.StemAt(run.Head));
    }

    // "Torvald" for "Ana Torvald", "Lee" for "Lee Jae Myung": part of the name and nothing else.
    private static bool IsShortFor(Wording other, NameRun candidate, Wording owner, NameRun run) =>
        candidate.Words.Length < run.Words.Length
        && Array.TrueForAll(candidate.Words, word => Array.Exists(run.Words, own => IsSame(owner, own, other, word)));

    private static bool IsSame(Wording owner, int own, Wording other, int word) =>
        owner.StemAt(own) == other.StemAt(word) || IsMisspelling(owner.Statement.Forms[own], other.Statement.Forms[word]);

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
    private static bool IsAbbreviation(Statement brief, int word, string full)
    {
        const int Shortest = 3;
        var letters = brief.Forms[word].Folded;
        return letters.Length >= Shortest && full.Length >= letters.Length + Shortest && full.StartsWith(letters, StringComparison.Ordinal)
            && brief.Words[word].Span.End is var end && end < brief.Text.Length && brief.Text[end] == '.';
    }

    private static bool Finds(Wording owner, int word, Wording other)
    {
        if (other.Has(owner.StemAt(word)))
            return true;
        var form = owner.Statement.Forms[word];
        if (form.Folded.Length < 3 || char.IsDigit(form.Folded[0]))
            return false;
        foreach (var run in other.Names)
        {
            foreach (var candidate in run.Words)
            {
                if (IsMisspelling(form, other.Statement.Forms[candidate]) || IsAbbreviation(owner.Statement, word, other.Statement.Forms[candidate].Folded)
                    || IsAbbreviation(other.Statement, candidate, form.Folded))
                    return true;
            }
        }

        return false;
    }
}
