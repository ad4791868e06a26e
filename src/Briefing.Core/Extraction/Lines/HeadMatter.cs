using Briefing.Core.Extraction.Provenance;
using Briefing.Core.Model;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Extraction.Lines;

/// <summary>Recognises lines that name the author: "By AFP | Feb. 2, 2026", "Von Jana Ruhl", "Reuters", "Omar Vance, Staff Writer".</summary>
internal static class Bylines
{
    private const int LongestByline = 16;

    private static readonly WordSet Openers = WordSet.Of("by von par por di door av af autor autore auteur author text texte testo texto written reporter redacao redaccion redazione przez fra");

    private static readonly WordSet Functions = WordSet.Of(
        "reporter reporters correspondent correspondents writer editor columnist staff contributor bureau desk newsroom redaktion redaktor korrespondent journaliste journalist " +
        "redacteur redactie correspondant correspondante redactor redaccion corresponsal redacao reportero periodista giornalista redazione inviato korespondent muhabir editoru wartawan репортер корреспондент");

    /// <summary>Whether the word, by its hash, is one for people who write for a publication.</summary>
    public static bool IsOfStaff(ulong word) => Functions.Contains(word);

    /// <summary>Words of the opener: 1 for "By", 2 for "Written by"; 0 where the line opens with none.</summary>
    public static int OpenerLength(LineWords words)
    {
        if (words.Count < 2 || !Openers.Contains(words.HashOf(0)))
            return 0;
        return words[1] is "by" or "von" or "par" or "por" or "da" or "door" ? 2 : 1;
    }

    public static bool IsByline(string text, LineWords words, LineMeasures measures)
    {
        if (words.Count is 0 or > LongestByline || text.Length > 160)
            return false;
        if (MayNameAgency(words) && IsAgencyLine(text))
            return true;
        var opener = OpenerLength(words);
        if (opener > 0 && words.Count > opener)
            return IsNameAt(text, words, opener) && !IsSentence(text, measures, opener);
        return words.Count <= 10 && !measures.EndsSentence && words.HasAny(Functions) && IsNameAt(text, words, 0) && measures.CapitalShare >= 0.5;
    }

    private static bool MayNameAgency(LineWords words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (NewsAgencies.MayOpen(words.HashOf(at)) || words[at] is "agency" or "agence" or "agencia" or "agenzia" or "nachrichtenagentur" or "service")
                return true;
        }

        return false;
    }

    /// <summary>A line that holds an agency's credit, with a date perhaps, and nothing else.</summary>
    public static bool IsAgencyLine(string text)
    {
        if (text.Length > 80)
            return false;
        var rest = text.AsSpan().Trim(" \t()[]*=-\u2013\u2014|.:");
        rest = rest[SourceOpenerLength(rest)..].Trim();

        if (NewsAgencies.IsCredit(rest))
            return true;
        var dates = PrintedDateReader.Read(text, new TextSpan(0, text.Length));
        if (dates.Count > 0)
        {
            var before = text.AsSpan(0, dates[0].Span.Start).Trim(" \t()[]|,-\u2013\u2014\u00B7/");
            return before.Length > 0 && NewsAgencies.IsCredit(before);
        }

        var parts = rest.ToString().Split([" and ", " und ", " et ", " y ", " e ", "/", ", ", " & ", " with "], StringSplitOptions.TrimEntries);
        return (parts.Length is > 1 and <= 4 && parts.All(part => NewsAgencies.IsCredit(part))) || AgencyLines.IsOne(rest.ToString());
    }

    /// <summary>Length of "Source:", "With" and their like at the start; 0 where there is none.</summary>
    public static int SourceOpenerLength(ReadOnlySpan<char> text)
    {
        foreach (var opener in (ReadOnlySpan<string>)["Source:", "Sources:", "Quelle:", "Source :", "Fuente:", "Fonte:", "Bron:", "Credit:", "With ", "Avec ", "Mit "])
        {
            if (text.StartsWith(opener, StringComparison.OrdinalIgnoreCase))
                return opener.Length;
        }

        return 0;
    }

    private static bool IsNameAt(string text, LineWords words, int at)
    {
        var first = text[words.StartOf(at)];
        if (char.IsUpper(first))
            return CalendarWords.Find(words[at]) == 0 || at + 1 >= words.Count || !char.IsDigit(words[at + 1][0]);
        // Agencies that write themselves small (dpa, epd); scripts without capitals.
        return NewsAgencies.Find(words[at]) is not null || (char.IsLetter(first) && !char.IsLower(first));
    }

    // "By Monday the talks had failed." opens like a byline and ends like a sentence.
    private static bool IsSentence(string text, LineMeasures measures, int opener) =>
        (measures.EndsSentence && measures.Words > 6 && !Timestamps.EndsWithHalfDay(text))
        || measures.Function - opener > 3;
}

/// <summary>Recognises what is printed under pictures, by the credit that closes it or the words that open it.</summary>
internal static class Captions
{
    private const int LongestCaption = 70;
    private const int LongestCredit = 60;

    private static readonly string[] CreditWords =
    [
        "photo", "foto", "image", "getty", "shutterstock", "reuters/", "/afp", "afp/", "ap photo", "/ap", "ap/", "/reuters", "/getty", "/pool", "pool/", "pool photo", "handout", "courtesy", "file", "via ", "epa", "xinhua/",
        "bild:", "credit", "picture", "illustration", "фото", "写真", "사진", "fotograf", "zdj", "immagine", "imagen", "kuva", "screengrab", "screenshot", "archiv", "dpa/", "/dpa",
    ];

    private static readonly string[] Openers = ["photo:", "photos:", "foto:", "image:", "bild:", "picture:", "caption:", "above:", "credit:", "photo by", "image credit", "photo credit", "file photo", "credit photo", "photo d'illustration", "illustration:", "bildquelle:", "фото:", "imagen:", "imagem:", "immagine:"];

    private static readonly string[] BracketedPositions =
        ["(l)", "(r)", "(c)", "(left)", "(right)", "(center)", "(centre)", "(l-r)", "(2nd l)", "(2nd r)", "(links)", "(rechts)", "(li.)", "(re.)", "(g)", "(d)", "(izq)", "(der)"];

    private static readonly string[] Positions = [", left,", ", right,", "pictured"];

    private static readonly WordSet PositionWords = WordSet.Of("left right pictured");

    private static readonly WordSet OpeningWords = new(Openers.Select(opener => LineWords.Of(opener)[0].ToString()));

    public static bool IsCaption(string text, LineWords words, LineMeasures measures)
    {
        if (measures.Words > LongestCaption)
            return false;
        if (OpensAsCaption(text, words))
            return measures.Words <= 40;
        if (ClosingCredit(text) is { } credit)
            return IsCredit(text, words, credit);
        if (measures.Words <= 14 && (text.EndsWith(" photo", StringComparison.OrdinalIgnoreCase) || text.EndsWith(" photos", StringComparison.OrdinalIgnoreCase)))
            return true;
        return measures.Words <= 45 && !measures.HasQuotation && !measures.EndsOpen && HasPosition(text, words);
    }

    /// <summary>Whether the line is a picture's credit and nothing more: what stands before it is the caption then.</summary>
    public static bool IsCreditAlone(string text, LineWords words, LineMeasures measures)
    {
        if (measures.Words > 10)
            return false;
        return (text.Length > 2 && text[0] is '(' or '[' && text[^1] is ')' or ']' && measures.CapitalShare >= 0.5)
            || OpensAsCaption(text, words)
            || (measures.Words <= 8 && !measures.EndsSentence && (text.Contains("Getty Images", StringComparison.Ordinal) || text.Contains("AP Photo", StringComparison.Ordinal)));
    }

    /// <summary>The credit in brackets at the end of the line ("AFP", "Ana Sole/Pool/AFP"); null where there is none.</summary>
    public static string? ClosingCredit(string text)
    {
        var trimmed = text.AsSpan().TrimEnd(" .");
        if (trimmed.Length < 4 || trimmed[^1] is not (')' or ']'))
            return ClosingPlainCredit(text);
        var opener = trimmed[^1] == ')' ? '(' : '[';
        var at = trimmed.LastIndexOf(opener);
        return at > 0 && trimmed.Length - at <= LongestCredit ? trimmed[(at + 1)..^1].Trim().ToString() : null;
    }

    // "…ahead of talks. Ana Sole/Reuters", "…in Lima. Photo: Ana Sole".
    private static string? ClosingPlainCredit(string text)
    {
        var at = text.AsSpan().LastIndexOf(". ");
        if (at < 0 || text.Length - at > LongestCredit || text.EndsWith('.'))
            return null;
        var credit = text[(at + 2)..].Trim();
        return credit.Contains('/') || credit.StartsWith("Photo", StringComparison.Ordinal) || credit.Contains("Credit", StringComparison.Ordinal)
            || credit.StartsWith("Getty", StringComparison.Ordinal) || credit.StartsWith("Foto", StringComparison.Ordinal)
            ? credit
            : null;
    }

    private static bool IsCredit(string text, LineWords words, string credit)
    {
        if (credit.Length == 0 || credit.Contains('"') || credit.Contains('\u201D'))
            return false;
        return NewsAgencies.Find(credit) is not null
            || ContainsAny(credit, CreditWords)
            || (credit.Contains('/') && char.IsUpper(credit[0]) && !credit.Any(char.IsDigit))
            || credit.Split('/', ',').Any(part => NewsAgencies.Find(part) is not null)
            || HasPosition(text, words) && char.IsUpper(credit[0]);
    }

    /// <summary>Whether the line says who stands where in a picture. A bracket or ", left," first: most lines have neither.</summary>
    public static bool HasPosition(string text, LineWords words) =>
        (text.Contains('(') && ContainsAny(text, BracketedPositions))
        || (words.HasAny(PositionWords) && ContainsAny(text, Positions));

    private static bool OpensAsCaption(string text, LineWords words) =>
        words.Count > 0 && OpeningWords.Contains(words.HashOf(0)) && StartsWithAny(text, Openers);

    private static bool ContainsAny(string text, string[] parts) =>
        parts.Any(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static bool StartsWithAny(string text, string[] openers) =>
        openers.Any(opener => text.StartsWith(opener, StringComparison.OrdinalIgnoreCase));
}
