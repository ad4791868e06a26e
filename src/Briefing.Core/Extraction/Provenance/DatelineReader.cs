using System.Buffers;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>Reads the dateline that opens a paragraph. Linear in <see cref="Longest"/>.</summary>
internal static class DatelineReader
{
    private const int Longest = 80;
    private const int MaxPlaceWords = 6;

    private static readonly SearchValues<char> NotInPlaces = SearchValues.Create("\"\u201C\u201D?!:;");

    /// <summary>Null where the paragraph opens without one.</summary>
    public static Dateline? Read(string paragraph)
    {
        if (BracketedDatelines.Read(paragraph) is { } bracketed)
            return bracketed;
        var head = paragraph.AsSpan(0, Math.Min(Longest, paragraph.Length));
        for (var at = 0; at < head.Length - 1; at++)
        {
            var length = SeparatorLength(head, at);
            if (length == 0)
                continue;
            return Parse(paragraph, at, at + length) is { } dateline ? WithAgencyBehind(paragraph, dateline) : null;
        }

        return null;
    }

    // "TOKYO - Kyodo News - The …": the agency stands between two separators.
    private static Dateline WithAgencyBehind(string paragraph, Dateline dateline)
    {
        const int LongestName = 30;
        if (dateline.Agency is not null)
            return dateline;
        var rest = paragraph.AsSpan(dateline.Length, Math.Min(LongestName, paragraph.Length - dateline.Length));
        for (var at = 1; at < rest.Length - 1; at++)
        {
            if (SeparatorLength(rest, at) is var length and > 0)
            {
                return NewsAgencies.Find(rest[..at]) is { } agency && !char.IsLower(rest[Math.Min(at + length, rest.Length - 1)])
                    ? dateline with { Agency = agency, Length = dateline.Length + at + length }
                    : dateline;
            }
        }

        return dateline;
    }

    // ":" after capitals; "-", "--", "–", "—" between spaces or after a bracket.
    private static int SeparatorLength(ReadOnlySpan<char> head, int at)
    {
        if (head[at] is ':' && at > 1 && head[at + 1] is ' ' && (char.IsUpper(head[at - 1]) || head[at - 1] == ')'))
            return SkipSpace(head, at + 1) - at;
        if (!IsDash(head[at]) || at == 0 || !(head[at - 1] is ' ' or ')' or '\u00A0'))
            return head[at] is '\u2014' && at > 2 && char.IsUpper(head[at - 1]) && char.IsUpper(head[at + 1]) ? 1 : 0;
        var end = at;
        while (end < head.Length && IsDash(head[end]))
            end++;
        return end < head.Length && head[end] is ' ' or '\u00A0' || end - at > 1 || head[at] is '\u2014' or '\u2013' ? SkipSpace(head, end) - at : 0;
    }

    private static Dateline? Parse(string paragraph, int end, int next)
    {
        if (next >= paragraph.Length || char.IsLower(paragraph[next]))
            return null;
        var text = paragraph[..end].TrimEnd();
        string? agency = null;
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        if (bracket >= 0)
        {
            if (!text.EndsWith(')'))
                return null;
            var inner = text[(bracket + 1)..^1];
            agency = AgencyIn(inner);
            if (agency is null && !IsCreditName(inner))
                return null;
            text = text[..bracket].TrimEnd(' ', ',');
        }

        var date = PrintedDateReader.Read(paragraph, new TextSpan(0, text.Length)).FirstOrDefault();
        if (date is not null)
            text = text[..date.Span.Start].TrimEnd(' ', ',', '(');
        // "HAVEN, Kyodo - ": the agency stands behind the place.
        if (agency is null && text.LastIndexOf(',') is var comma and > 0 && NewsAgencies.Find(text.AsSpan(comma + 1)) is { } named)
            (agency, text) = (named, text[..comma]);
        if (text.Length == 0)
            return bracket >= 0 ? new Dateline(next, null, agency, date) : null;
        return IsPlace(text, isMarked: agency is not null || bracket >= 0 || date is not null, separator: paragraph[end])
            ? new Dateline(next, text, agency, date)
            : null;
    }

    public static string? AgencyIn(string inner) =>
        NewsAgencies.FindInDateline(inner) ?? inner.Split('/', ',', '-').Select(part => NewsAgencies.Find(part)).FirstOrDefault(found => found is not null);

    private static bool IsCreditName(string inner) =>
        inner.Length is > 1 and <= 30 && char.IsUpper(inner[0]) && inner.Split(' ').Length <= 4 && !inner.Any(char.IsDigit);

    // Capitals say that it is a place; small letters need a dash and a short name ("Indianapolis – "), or an agency in brackets.
    public static bool IsPlace(string text, bool isMarked, char separator)
    {
        var words = text.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > MaxPlaceWords || !char.IsUpper(text[0]) || text.Any(char.IsDigit) || text.AsSpan().ContainsAny(NotInPlaces))
            return false;
        var letters = text.Where(char.IsLetter).ToList();
        var capitals = letters.Count(char.IsUpper);
        if (words[0].Length >= 3 && words[0].Where(char.IsLetter).All(char.IsUpper) && (capitals * 10 >= letters.Count * 6 || text.Contains(',')))
            return true;
        return separator != ':' && words.Length <= (isMarked ? 5 : 3) && words.All(word => char.IsUpper(word[0]) || word is "de" or "of" or "am" or "el" or "la");
    }

    public static bool IsDash(char c) => c is '-' or '\u2013' or '\u2014' or '\u2015';

    private static int SkipSpace(ReadOnlySpan<char> head, int at)
    {
        while (at < head.Length && char.IsWhiteSpace(head[at]))
            at++;
        return at;
    }
}

/// <summary>Place, agency and day printed before a report's first sentence: "BRUSSELS, Feb 2 (Reuters) -".</summary>
/// <param name="Length">Characters up to the first sentence, the space after the dash included.</param>
/// <param name="Place">Null where only an agency stands there: "(Reuters) -".</param>
internal sealed record Dateline(int Length, string? Place, string? Agency, PrintedDate? Date);

/// <summary>
/// Reads datelines whose agency stands in brackets, with a dash, a colon or nothing behind them: "Mumbai, Feb 2 (PTI) The …",
/// "TOKYO, Feb 2 (AFP) -The …", "DELHI: (ANI) The …".
/// </summary>
internal static class BracketedDatelines
{
    private const int Longest = 60;
    private const int MaxCapitalWords = 4;

    /// <summary>Null where the paragraph opens with no such dateline.</summary>
    public static Dateline? Read(string paragraph) => Read(paragraph, '(', ')') ?? Read(paragraph, '/', '/');

    private static Dateline? Read(string paragraph, char opener, char closer)
    {
        var open = paragraph.AsSpan(0, Math.Min(Longest, paragraph.Length)).IndexOf(opener);
        var close = open < 0 ? -1 : paragraph.IndexOf(closer, open + 1);
        if (close < 0 || close - open > Longest || DatelineReader.AgencyIn(paragraph[(open + 1)..close]) is not { } agency)
            return null;
        var next = close + 1;
        // "(EFE).- The …", "/TASS/. The …"
        if (next < paragraph.Length && paragraph[next] == '.')
            next++;
        while (next < paragraph.Length && (char.IsWhiteSpace(paragraph[next]) || paragraph[next] == ':' || DatelineReader.IsDash(paragraph[next])))
            next++;
        if (next == close + 1 || next >= paragraph.Length || char.IsLower(paragraph[next]))
            return null;
        var isParted = !paragraph.AsSpan(close + 1, next - close - 1).IsWhiteSpace();
        var place = paragraph[..open].TrimEnd(' ', ',', ':', '-', '\u2013', '\u2014', '\u00A0');
        isParted |= place.Length > 0 && paragraph.AsSpan(place.Length, open - place.Length).ContainsAny(":-\u2013\u2014");
        var date = PrintedDateReader.Read(paragraph, new TextSpan(0, place.Length)).FirstOrDefault();
        if (date is not null)
            place = place[..date.Span.Start].TrimEnd(' ', ',');
        if (place.Length == 0)
            return WithPlaceBehind(paragraph, new Dateline(next, null, agency, date));
        if (!DatelineReader.IsPlace(place, isMarked: true, separator: '-') || !(isParted || date is not null || IsPlainPlace(place, paragraph[(open + 1)..close])))
            return null;
        return new Dateline(next, place, agency, date);
    }

    // "(ANSA) - ROME, FEB 2 - The …"
    private static Dateline WithPlaceBehind(string paragraph, Dateline dateline) =>
        paragraph.IndexOf('(', dateline.Length) is not (>= 0 and < Longest) && DatelineReader.Read(paragraph[dateline.Length..]) is { } behind
            ? new Dateline(dateline.Length + behind.Length, behind.Place, dateline.Agency, behind.Date)
            : dateline;

    // "Aam Aadmi Party (AAP) Chief …" explains letters, "Ana Sole (AP) Photographer" says whom a person works for: without a
    // sign or a day it takes capitals to be a place.
    private static bool IsPlainPlace(string place, string inner)
    {
        var words = place.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        return NewsAgencies.Find(place) is null
            && !string.Concat(words.Select(word => word[0])).Equals(inner, StringComparison.OrdinalIgnoreCase)
            && (words.Length == 1 || words.Length <= MaxCapitalWords && place.Where(char.IsLetter).All(char.IsUpper));
    }
}
