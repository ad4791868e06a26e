using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Finds the agency that the lines below an article credit it to: its name alone, a copyright mark, an editor's note.</summary>
internal static class FootCredits
{
    private static readonly WordSet Feeds = WordSet.Of("feed feeds wire");

    private const int MostNameWords = 5;

    /// <summary>An agency on a line of its own; null where none or several stand there, as in a site's menu.</summary>
    public static string? NameAlone(List<PageLine> lines, ArticleDraft draft) =>
        Only(Foot(lines, draft).Where(line => line.Role == LineRole.Byline && Bylines.IsAgencyLine(line.Text)).Select(line => CreditReader.Parse(line).Agency));

    /// <summary>"© AFP", "(With inputs from AFP)", "(… published from a PTI feed)"; null where none or several are named.</summary>
    public static string? Note(List<PageLine> lines, ArticleDraft draft) =>
        Only(Foot(lines, draft).Select(line => line.Role switch
        {
            // Below a caption the mark is the picture's.
            LineRole.Boilerplate when lines[line.Index - 1].Role != LineRole.Caption && OutletReader.HolderOf(line.Text) is { } holder => NewsAgencies.Find(holder),
            LineRole.Credit => InNote(line),
            _ => null,
        }));

    private static IEnumerable<PageLine> Foot(List<PageLine> lines, ArticleDraft draft) => lines.Take(draft.FootEnd).Skip(draft.Last + 1);

    private static string? Only(IEnumerable<string?> agencies) =>
        agencies.OfType<string>().Distinct(StringComparer.Ordinal).Take(2).ToList() is [var only] ? only : null;

    private static string? InNote(PageLine line)
    {
        var text = line.Text.Trim('(', ')', '[', ']', '*', '.', ' ');
        // Help from an agency leaves the text its authors'.
        if (text.StartsWith("Additional", StringComparison.OrdinalIgnoreCase) || text.Contains("contributed", StringComparison.OrdinalIgnoreCase))
            return null;
        if (InFeed(line) is { } feed)
            return feed;
        if (text.StartsWith("With ", StringComparison.OrdinalIgnoreCase) && text.IndexOf(" from ", StringComparison.Ordinal) is var at and > 0)
            return text[(at + " from ".Length)..].Split([" and ", ", ", "/", " & "], StringSplitOptions.TrimEntries).Select(part => NewsAgencies.Find(part)).FirstOrDefault(agency => agency is not null);
        return text.LastIndexOf(';') is var last and > 0 ? NewsAgencies.Find(text.AsSpan(last + 1)) : null;
    }

    // The name that stands right before "feed".
    private static string? InFeed(PageLine line)
    {
        for (var end = 1; end < line.Words.Count; end++)
        {
            if (!Feeds.Contains(line.Words.HashOf(end)))
                continue;
            for (var first = Math.Max(0, end - MostNameWords); first < end; first++)
            {
                if (NewsAgencies.Find(line.Text.AsSpan(line.Words.StartOf(first), line.Words.EndOf(end - 1) - line.Words.StartOf(first))) is { } agency)
                    return agency;
            }
        }

        return null;
    }
}
