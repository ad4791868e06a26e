namespace Briefing.Core.Stories.Claims;

/// <summary>Names written out and by their initials: "Global Combat Air Program" and "GCAP", "Group of Seven" and "G7".</summary>
internal static class Acronyms
{
    public static bool Match(Statement one, NameRun first, Statement other, NameRun second) =>
        IsInitials(one, first, other, second) || IsInitials(other, second, one, first);

    private static bool IsInitials(Statement full, NameRun name, Statement brief, NameRun initials)
    {
        if (initials.Words.Length != 1 || name.Words.Length < 2)
            return false;
        var letters = brief.Forms[initials.Head].Folded;
        if (letters.Length != name.Words.Length)
            return false;
        for (var at = 0; at < letters.Length; at++)
        {
            var word = full.Forms[name.Words[at]].Folded;
            if (word[0] != letters[at] && LightWords.Digits(word)?[0] != letters[at])
                return false;
        }

        return true;
    }
}
