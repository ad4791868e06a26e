namespace Briefing.Core.Extraction.Lines;

/// <summary>
/// Finds the entries of numbered lists of links, as pages print what is most read: "1 Ferry strike called off", "2 …", or the numbers on
/// lines of their own. A number alone is none, since headlines open with numbers, too: the next or last number must stand beside it.
/// </summary>
internal static class NumberedLinks
{
    public const string Rule = "numbered-link";

    private const int Highest = 20;

    // Lines between two entries: an entry's section or age may stand below it.
    private const int WidestGap = 3;

    public static void Mark(List<PageLine> lines)
    {
        var numbers = lines.ConvertAll(NumberOf);
        for (var at = 0; at < lines.Count; at++)
        {
            if (numbers[at] is not { } number || !(HasNeighbour(lines, numbers, at, number) || (number == 1 && IsBelowAnnouncement(lines, at))))
                continue;
            if (lines[at].Words.Count > 1)
                lines[at].Decide(LineRole.RelatedLink, Rule);
            else if (at + 1 < lines.Count && lines[at + 1].Role == LineRole.Heading && lines[at + 1].BlankLinesBefore <= lines[at].BlankLinesBefore)
                lines[at + 1].Decide(LineRole.RelatedLink, Rule);
        }
    }

    // "3 Ferry strike called off", "3. Ferry …", "3) Ferry …", "#3 Ferry …", "03 Ferry …"; or "3" alone.
    private static int? NumberOf(PageLine line)
    {
        if (line.Role is not (LineRole.Heading or LineRole.Label or LineRole.RelatedLink) && line.Words.Count > 1)
            return null;
        if (line.Words.Count == 0 || line.Words.StartOf(0) > 1 || line.Block is { HeadingLevel: 1 })
            return null;
        return int.TryParse(line.Words[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= Highest ? number : null;
    }

    private static bool HasNeighbour(List<PageLine> lines, List<int?> numbers, int at, int number)
    {
        for (var other = at - 1; other >= Math.Max(0, at - WidestGap) && lines[other].Role is not (LineRole.Prose or LineRole.Bullet); other--)
        {
            if (numbers[other] == number - 1 && HasSameForm(lines[other], lines[at]))
                return true;
        }

        for (var other = at + 1; other <= Math.Min(lines.Count - 1, at + WidestGap) && lines[other].Role is not (LineRole.Prose or LineRole.Bullet); other++)
        {
            if (numbers[other] == number + 1 && HasSameForm(lines[other], lines[at]))
                return true;
        }

        return false;
    }

    private static bool HasSameForm(PageLine one, PageLine other) => one.Words.Count > 1 == other.Words.Count > 1;

    private static bool IsBelowAnnouncement(List<PageLine> lines, int at) =>
        at > 0 && lines[at - 1].Role == LineRole.RelatedHeading && lines[at].BlankLinesBefore == 0;
}
