using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Forms of lines that credit an agency with something beside its name: a place, an author, the desk's initials.</summary>
internal static class AgencyLines
{
    private const int MostNameWords = 3;
    private const int LongestInitials = 4;

    private static readonly string[] Signs = [" | ", " \u2014 ", " \u2013 ", " - "];

    // "AFP/Getty", "Reuters/File": credits of pictures.
    private static readonly WordSet PictureWords = WordSet.Of("getty images pool photo photos file handout video archive");

    public static bool IsOne(string line) => PlacedAgency(line) is not null || InitialedAgency(line) is not null || HasAuthor(line);

    /// <summary>"Ana Sole | AP": below a headline a byline, above one a section or a page's title.</summary>
    public static bool HasAuthor(string line)
    {
        foreach (var sign in Signs)
        {
            if (line.Split(sign) is [var names, var agency])
            {
                return NewsAgencies.IsCredit(agency)
                    && names.Split([" and ", " & ", ", "], StringSplitOptions.TrimEntries).All(name => IsName(name) && name.Contains(' '));
            }
        }

        return false;
    }

    /// <summary>The agency of "AFP in Lima", "AFP / New Delhi"; null for other forms.</summary>
    public static string? PlacedAgency(string line)
    {
        if (line.IndexOf(" in ", StringComparison.Ordinal) is var at and > 0)
            return IsName(line[(at + 4)..]) ? NewsAgencies.Find(line.AsSpan(0, at)) : null;
        return line.Split('/', StringSplitOptions.TrimEntries) is [var agency, var place] && IsName(place) && NewsAgencies.Find(place) is null
            ? NewsAgencies.Find(agency)
            : null;
    }

    /// <summary>The agency of "kyo/hg/AFP", "dpa kw hg", "EFE kw/hg"; null for other forms.</summary>
    public static string? InitialedAgency(string line)
    {
        var parts = line.Split(['/', ' ']);
        if (parts.Length is < 2 or > 4)
            return null;
        var agencies = parts.Select(part => NewsAgencies.Find(part)).ToList();
        // "AP to sue" is a headline.
        var isInitialed = agencies.Count(agency => agency is not null) == 1
            && parts.All(part => NewsAgencies.Find(part) is not null || (part.Length is > 0 and <= LongestInitials && part.All(char.IsAsciiLetterLower) && !StopWords.Contains(part)));
        return isInitialed ? agencies.Find(agency => agency is not null) : null;
    }

    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostNameWords
            && words.All(word => char.IsUpper(word[0]) && word.All(c => char.IsLetter(c) || c is '-' or '.' or '\'' or '\u2019'))
            && !LineWords.Of(text).HasAny(PictureWords);
    }
}
