using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

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

    /// <summary>Whether the line tells who stands where in a picture. A bracket or ", left," first: most lines have neither.</summary>
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
