using Briefing.Core.Extraction.Lines;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>Finds the agency that sources of a text spoke to: "two diplomats told AFP", "in a statement to Kyodo News", "AFP has learned".</summary>
internal static class QuotedAgencyReader
{
    private static readonly string[] Before =
    [
        "told", "tells", "telling", "statement to", "interview with", "interview to", "interviewed by", "speaking to", "spoke to", "spoken to", "speaking with", "spoke with", "talking to", "talked to",
        "confirmed to", "said to", "email to", "e-mail to", "remarks to", "comments to", "message to", "contacted by", "reached by", "seen by", "obtained by", "reviewed by", "shown to", "asked by", "given to", "according to documents seen by",
        "sagte", "sagten", "gegenuber", "teilte", "dit a", "declare a", "confie a", "aupres de", "dijo a", "declaro a", "disse a", "afirmou a", "ha detto a", "detto all", "zei tegen", "vertelde",
    ];

    private static readonly string[] After =
        ["has learned", "has learnt", "learned", "journalist", "journalists", "correspondent", "correspondents", "reporter", "reporters", "photographer", "photographers", "tally", "count", "has seen", "saw", "understands"];

    private const int MaxWordsBetween = 3;

    private static readonly WordSet AgencyWords = WordSet.Of("agency agentur agence agencia agenzia nachrichtenagentur");

    /// <summary>The agency named oftest; null where none is named, or several equally often.</summary>
    public static string? Read(IEnumerable<PageLine> body)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in body)
        {
            var mayHoldUnknown = line.Words.HasAny(AgencyWords);
            for (var at = 0; at < line.Words.Count; at++)
            {
                if (!NewsAgencies.MayOpen(line.Words.HashOf(at)) && !(mayHoldUnknown && IsFormOfAgency(line.Words, at)))
                    continue;
                if (AgencyAt(line, at, out var words) is not { } agency)
                    continue;
                if (IsTold(line.Words, at) || IsSelf(line.Words, at + words))
                    counts[agency] = counts.GetValueOrDefault(agency) + 1;
                at += words - 1;
            }
        }

        if (counts.Count == 0)
            return null;
        var most = counts.Values.Max();
        return counts.Values.Count(count => count == most) == 1 ? counts.First(pair => pair.Value == most).Key : null;
    }

    // "Sahel News Agency": an agency that the table does not know.
    private static bool IsFormOfAgency(LineWords words, int at)
    {
        for (var next = at + 1; next < Math.Min(words.Count, at + 4); next++)
        {
            if (words[next] is "agency" or "agentur")
                return true;
        }

        return words[at] is "agence" or "agencia" or "agenzia" or "nachrichtenagentur";
    }

    private static string? AgencyAt(PageLine line, int at, out int words)
    {
        for (words = Math.Min(NewsAgencies.MaxWords, line.Words.Count - at); words > 0; words--)
        {
            var name = line.Text.AsSpan(line.Words.StartOf(at), line.Words.EndOf(at + words - 1) - line.Words.StartOf(at));
            if (NewsAgencies.Find(name) is { } agency)
                return agency;
        }

        words = 1;
        return null;
    }

    // "told AFP", "told the AP", "told news agency Kyodo": the verb within a few words before the name.
    private static bool IsTold(LineWords words, int agency)
    {
        for (var end = agency; end > 0 && agency - end <= MaxWordsBetween; end--)
        {
            foreach (var phrase in Before)
            {
                if (EndsWith(words, end, phrase) && OnlyFillers(words, end, agency))
                    return true;
            }
        }

        return false;
    }

    private static bool OnlyFillers(LineWords words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (words[at] is not ("the" or "news" or "agency" or "agence" or "der" or "die" or "nachrichtenagentur" or "l" or "la" or "agencia" or "wire" or "service" or "french" or "state" or "an" or "a" or "to" or "deutschen" or "japan's" or "china's"))
                return false;
        }

        return true;
    }

    private static bool IsSelf(LineWords words, int next) => After.Any(phrase => StartsWith(words, next, phrase));

    private static bool EndsWith(LineWords words, int end, string phrase)
    {
        var parts = phrase.Split(' ');
        return end >= parts.Length && Same(words, end - parts.Length, parts);
    }

    private static bool StartsWith(LineWords words, int at, string phrase)
    {
        var parts = phrase.Split(' ');
        return at + parts.Length <= words.Count && Same(words, at, parts);
    }

    private static bool Same(LineWords words, int at, string[] parts)
    {
        for (var part = 0; part < parts.Length; part++)
        {
            if (!words[at + part].SequenceEqual(parts[part]))
                return false;
        }

        return true;
    }
}
