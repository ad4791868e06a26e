using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

/// <summary>
/// Reads datelines whose agency stands in brackets, with a dash, a colon or nothing behind them: "Mumbai, Feb 2 (PTI) The …",
/// "TOKYO, Feb 2 (AFP) -The …", "DELHI: (ANI) The …".
/// </summary>
internal static class BracketedDatelines
{
    private const int Longest = 60;
    private const int MostCapitalWords = 4;

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

    // "Aam Aadmi Party (AAP) Chief …" explains letters, "Ana Sole (AP) Photographer" tells whom a person works for: without a
    // sign or a day it takes capitals to be a place.
    private static bool IsPlainPlace(string place, string inner)
    {
        var words = place.Split([' ', '/', ','], StringSplitOptions.RemoveEmptyEntries);
        return NewsAgencies.Find(place) is null
            && !string.Concat(words.Select(word => word[0])).Equals(inner, StringComparison.OrdinalIgnoreCase)
            && (words.Length == 1 || words.Length <= MostCapitalWords && place.Where(char.IsLetter).All(char.IsUpper));
    }
}
