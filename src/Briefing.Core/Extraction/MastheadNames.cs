using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>
/// Reads from a line the names that may be its publication's: the line itself, or a part of it where signs part it, as in
/// "HP | The Harbour Post", "Home - The Harbour Post", "The Harbour Post · Europe".
/// </summary>
internal static class MastheadNames
{
    public const int MostWords = 5;
    private const int LongestParted = 16;

    public static IEnumerable<(PageLine Line, string Name, LineWords Words)> In(PageLine line)
    {
        if (line.Role is not (LineRole.Label or LineRole.Heading or LineRole.Navigation) || line.Words.Count is 0 or > LongestParted)
            yield break;
        var parted = false;
        foreach (var part in Parts(line.Text))
        {
            var words = LineWords.Of(part);
            if (!IsName(part, words) || !PublicationNames.OpensOrClosesWithKind(words))
                continue;
            parted = true;
            yield return (line, part, words);
        }

        if (!parted && line.Role != LineRole.Navigation && IsName(line.Text, line.Words) && line.Phrases.CoveredWords < line.Words.Count)
            yield return (line, line.Text.Trim(' ', '|', '-'), line.Words);
    }

    private static bool IsName(string text, LineWords words) =>
        words.Count is > 0 and <= MostWords && char.IsUpper(text[0]) && LineMeasures.Of(text, words).CapitalShare >= 0.5 && NewsAgencies.Find(text) is null && Countries.KeyOf(words.Key) is null;

    // A sign parts names only with space around it: "Sea-of-Japan Times" is one.
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at] is not ('|' or '\u00B7' or '\u2022' or '\u2013' or '\u2014' or '-' or '\u00BB' or '\u203A' or '>' or '/') || text[at - 1] != ' ' || text[at + 1] != ' ')
                continue;
            parts.Add(text[start..at].Trim());
            start = at + 1;
        }

        parts.Add(text[start..].Trim());
        // A menu on one line has many parts, a name and its section two or three.
        return parts.Count is 2 or 3 && parts.TrueForAll(part => part.Length > 0) ? parts : [];
    }
}
