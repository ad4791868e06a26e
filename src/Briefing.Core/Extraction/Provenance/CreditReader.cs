using System.Buffers;
using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Segments;
using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>Reads bylines and agency credits of an article: in its head, in its dateline, and at its foot ("— AFP").</summary>
internal static class CreditReader
{
    private static readonly string[] Joints = [" and ", " und ", " et ", " y ", " e ", " en ", " och ", " og ", " i ", " & ", " with ", " for ", " via ", " avec ", " mit ", ", ", "/", "; ", " - ", " \u2013 ", " \u2014 "];

    private static readonly SearchValues<char> CreditOpeners = SearchValues.Create("([\u2014\u2013-\u00A9");

    public static Credits Read(List<PageLine> lines, ArticleDraft draft, Dateline? dateline)
    {
        string? byline = null, agency = null, outlet = null;
        foreach (var line in HeadLines(lines, draft))
        {
            if (line.Role != LineRole.Byline || IsOfMenu(lines, draft, line))
                continue;
            var (names, named, publication) = Parse(line);
            byline ??= names;
            agency ??= named;
            outlet ??= publication;
        }

        agency ??= dateline?.Agency ?? FootAgency(lines, draft);
        return new Credits(byline, agency, outlet);
    }

    // Names of several agencies one below the other, or above the headline a section and where it comes from.
    private static bool IsOfMenu(List<PageLine> lines, ArticleDraft draft, PageLine line)
    {
        if (Bylines.OpenerLength(line.Words) > 0 || !Bylines.IsAgencyLine(line.Text))
            return false;
        if (line.Index < draft.Headline?.Index && AgencyLines.HasAuthor(line.Text))
            return true;
        return IsOther(line.Index - 1) || IsOther(line.Index + 1);

        bool IsOther(int at) =>
            at >= 0 && at < lines.Count && lines[at].Role == LineRole.Byline && Bylines.IsAgencyLine(lines[at].Text) && Parse(lines[at]).Agency != Parse(line).Agency;
    }

    /// <summary>An agency that closes the last paragraph: "… he said. — AFP", "… (Reuters)". The length is what belongs to the credit.</summary>
    public static (string Agency, int Length)? ClosingCredit(string paragraph)
    {
        var trimmed = paragraph.AsSpan().TrimEnd();
        var start = trimmed.Length > 40 ? trimmed.Length - 40 : 0;
        var opener = trimmed[start..].LastIndexOfAny(CreditOpeners) + start;
        if (opener <= start || opener >= trimmed.Length - 2)
            return null;
        var before = trimmed[..opener].TrimEnd(" -\u2014\u2013");
        if (before.IsEmpty || before[^1] is not ('.' or '!' or '?' or '"' or '\u201D' or ')'))
            return null;
        var inner = trimmed[(opener + 1)..].Trim(" ()[].");
        var agency = NewsAgencies.Find(inner);
        if (agency is null && inner.IndexOf('/') is var slash and > 0)
            agency = NewsAgencies.Find(inner[..slash]) ?? NewsAgencies.Find(inner[(slash + 1)..]);
        return agency is null ? null : (agency, paragraph.Length - before.Length);
    }

    private static IEnumerable<PageLine> HeadLines(List<PageLine> lines, ArticleDraft draft)
    {
        // The byline may stand above the headline, but not above another text.
        var from = draft.HeadStart;
        while (from > 0 && draft.HeadStart - from < 3 && lines[from - 1].Role is LineRole.Byline or LineRole.Stamp or LineRole.Label)
            from--;
        return lines.Skip(from).Take(draft.Last - from + 1);
    }

    private static string? FootAgency(List<PageLine> lines, ArticleDraft draft)
    {
        if (FooterCredits.NameAlone(lines, draft) is { } alone)
            return alone;
        for (var at = draft.Body.Count - 1; at >= 0; at--)
        {
            if (draft.Body[at].Kind == PassageKind.Sentence)
                return ClosingCredit(draft.Body[at].Line.Text)?.Agency ?? FooterCredits.Note(lines, draft);
        }

        return FooterCredits.Note(lines, draft);
    }

    public static (string? Names, string? Agency, string? Outlet) Parse(PageLine line)
    {
        var names = NamesOf(line);
        if (names.Length == 0)
            return (null, null, null);
        string? agency = null, outlet = null;
        var parts = names.Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
            agency ??= NewsAgencies.Find(part);
        if ((NewsAgencies.Find(names) ?? AgencyLines.PlacedAgency(names) ?? AgencyLines.InitialedAgency(names)) is { } whole)
            agency = whole;
        // "By Ana Sole | AP"
        foreach (var part in line.Text.Split('|', '\u2022', '\u00B7').Skip(1))
            agency ??= NewsAgencies.Find(part);
        foreach (var part in parts)
        {
            if (NewsAgencies.IsCredit(part) || outlet is not null)
                continue;
            if (MastheadTitles.IsOne(part) || (agency is not null && IsSingleName(part) && AgencyLines.PlacedAgency(names) is null))
                outlet = part;
        }

        return (names, agency, outlet);
    }

    // What stands after the opener, up to a bar, a date or a count ("By AFP | Feb. 2, 2026", "By Ana Sole 3 hrs ago").
    private static string NamesOf(PageLine line)
    {
        var opener = Bylines.OpenerLength(line.Words);
        var start = opener > 0 ? line.Words.EndOf(opener - 1) : Bylines.SourceOpenerLength(line.Text);
        var rest = line.Text.AsSpan(start);
        var end = rest.IndexOfAny("|\u2022\u00B7");
        if (end >= 0)
            rest = rest[..end];
        if (PrintedDateReader.Read(line.Text, new TextSpan(start, start + rest.Length)).FirstOrDefault() is { } date)
            rest = rest[..(date.Span.Start - start)];
        var digit = rest.IndexOfAnyInRange('0', '9');
        if (digit > 0)
            rest = rest[..digit];
        foreach (var stamp in (ReadOnlySpan<string>)["Published", "Updated", "Posted", " on "])
        {
            var at = rest.IndexOf(stamp, StringComparison.Ordinal);
            if (at > 0)
                rest = rest[..at];
        }

        return rest.Trim(" :=\t-\u2013\u2014,.()[]*/").ToString();
    }

    private static bool IsSingleName(string part) =>
        part.Length > 2 && !part.Contains(' ') && !Bylines.IsOfStaff(LineWords.Of(part).HashOf(0)) && char.IsUpper(part[0]) && part.All(char.IsLetter);
}

/// <summary>Who is credited with an article.</summary>
/// <param name="Byline">As printed, without "By" and the date.</param>
/// <param name="Agency">Short name.</param>
/// <param name="Outlet">A publication that the byline names.</param>
internal readonly record struct Credits(string? Byline, string? Agency, string? Outlet);

/// <summary>Finds the agency that the lines below an article credit it to: its name alone, a copyright mark, an editor's note.</summary>
internal static class FooterCredits
{
    private static readonly WordSet Feeds = WordSet.Of("feed feeds wire");

    private const int MaxNameWords = 5;

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
            for (var first = Math.Max(0, end - MaxNameWords); first < end; first++)
            {
                if (NewsAgencies.Find(line.Text.AsSpan(line.Words.StartOf(first), line.Words.EndOf(end - 1) - line.Words.StartOf(first))) is { } agency)
                    return agency;
            }
        }

        return null;
    }
}
