using Briefing.Core.Language;
using Briefing.Core.Sources;

namespace Briefing.Core.Extraction;

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
            return MonthNames.Find(words[at]) == 0 || at + 1 >= words.Count || !char.IsDigit(words[at + 1][0]);
        // Agencies that write themselves small (dpa, epd); scripts without capitals.
        return NewsAgencies.Find(words[at]) is not null || (char.IsLetter(first) && !char.IsLower(first));
    }

    // "By Monday the talks had failed." opens like a byline and ends like a sentence.
    private static bool IsSentence(string text, LineMeasures measures, int opener) =>
        (measures.EndsSentence && measures.Words > 6 && !Stamps.EndsWithHalfDay(text))
        || measures.Function - opener > 3;
}
