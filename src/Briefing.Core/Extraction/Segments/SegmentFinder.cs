using Briefing.Core.Extraction.Lines;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Segments;

/// <summary>
/// Finds the runs of lines that read like articles: each line scores for or against being inside one, and the runs with the highest
/// sums are taken (a two-state Viterbi pass, linear). Opening a run costs, so that one full sentence among links opens none.
/// </summary>
internal static class SegmentFinder
{
    // Scores are in words of prose, measured on the labelled page dumps.
    private const double OpeningCost = 22;
    private const double MaxPerLine = 60;

    public static List<Segment> Find(List<PageLine> lines)
    {
        var opensHere = new bool[lines.Count];
        var endsBefore = new bool[lines.Count];
        double inside = double.NegativeInfinity, outside = 0;
        for (var at = 0; at < lines.Count; at++)
        {
            opensHere[at] = outside - OpeningCost > inside;
            endsBefore[at] = inside > outside;
            var nextInside = Math.Max(inside, outside - OpeningCost) + ScoreOf(lines[at]);
            outside = Math.Max(outside, inside);
            inside = nextInside;
        }

        return TraceBack(opensHere, endsBefore, inside > outside);
    }

    private static List<Segment> TraceBack(bool[] opensHere, bool[] endsBefore, bool isInside)
    {
        var segments = new List<Segment>();
        var last = opensHere.Length - 1;
        for (var at = opensHere.Length - 1; at >= 0; at--)
        {
            if (!isInside)
            {
                isInside = endsBefore[at];
                last = at - 1;
            }
            else if (opensHere[at])
            {
                segments.Add(new Segment(at, last));
                isInside = false;
            }
        }

        segments.Reverse();
        return segments;
    }

    private static double ScoreOf(PageLine line)
    {
        if (line.IsForeign)
            return -8;
        var words = line.Measures.Words;
        return line.Role switch
        {
            LineRole.Prose => ProseScore(line),
            LineRole.Bullet => Math.Min(words * 0.5, 20),
            LineRole.Heading => -3,
            LineRole.Label => -3,
            LineRole.Caption or LineRole.Byline or LineRole.Stamp => -1,
            LineRole.Credit or LineRole.Separator => -2,
            LineRole.MachineNotice => -3,
            LineRole.RelatedLink => -3,
            LineRole.Share or LineRole.Promotion => -3,
            LineRole.RelatedHeading => -25,
            LineRole.CommentsHeading => -60,
            LineRole.Consent => -25,
            LineRole.Boilerplate => -12,
            _ => -5,
        };
    }

    /// <summary>How much the line reads like a paragraph of news, in words.</summary>
    public static double ProseScore(PageLine line)
    {
        var measures = line.Measures;
        var score = Math.Min(measures.Words, MaxPerLine);
        if (line.Occurrences > 1)
            return -3;
        if (measures.FunctionShare < 0.12 && !line.Words.IsSpaceless && line.Language.Code is not null)
            score *= 0.5;
        // Speaking to the reader outside quotations is how sites and comments talk, and reviews; news seldom does.
        if (measures.Addressing > 0)
            score *= Math.Max(0.3, 1 - measures.Addressing * 3.0 / measures.Words);
        return measures.Words < 8 ? score * 0.7 : score;
    }
}

/// <summary>A run of lines, both ends inclusive, that holds an article's text.</summary>
internal readonly record struct Segment(int First, int Last);

/// <summary>
/// What a line speaks of: keys of its words that carry content. A word counts by its first letters, so that "minister" meets
/// "ministers" and "ministerial" without a stemmer for each language.
/// </summary>
internal static class ContentKeys
{
    private const int StemLength = 6;
    private const int ShortestWord = 3;

    public static uint[] Of(LineWords words)
    {
        var keys = new uint[words.Count];
        var count = 0;
        for (var at = 0; at < words.Count; at++)
        {
            var word = words[at];
            if (word.Length < ShortestWord || LanguageProfiles.Words.Contains(words.HashOf(at)))
                continue;
            keys[count++] = KeyOf(word.EndsWith("'s") ? word[..^2] : word);
        }

        return keys.AsSpan(0, count).ToArray();
    }

    /// <summary>Share of the line's distinct keys that the set holds; 0 for a line without any.</summary>
    public static double ShareIn(uint[] keys, HashSet<uint> known)
    {
        if (keys.Length == 0)
            return 0;
        var distinct = new HashSet<uint>(keys);
        return (double)distinct.Count(known.Contains) / distinct.Count;
    }

    // FNV-1a over the first letters.
    private static uint KeyOf(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word[..Math.Min(word.Length, StemLength)])
            hash = (hash ^ c) * 16777619u;
        return hash;
    }
}

/// <summary>Words by which reports are told from other prose: verbs of saying and days of the week, in several languages.</summary>
internal static class NewsWords
{
    private static readonly WordSet Words = WordSet.Of(
        "said says told announced according spokesman spokeswoman spokesperson minister president police officials monday tuesday wednesday thursday friday saturday sunday " +
         "sagte sagten teilte erklarte sprecher sprecherin ministerin polizei montag dienstag mittwoch donnerstag freitag samstag sonntag " +
         "declare affirme annonce selon ministre lundi mardi mercredi jeudi vendredi samedi dimanche dijo anuncio ministro presidente lunes martes miercoles jueves viernes domingo " +
         "disse afirmou anunciou segunda-feira terca-feira quarta-feira quinta-feira sexta-feira detto annunciato lunedi martedi mercoledi giovedi venerdi domenica " +
         "zei maandag dinsdag woensdag donderdag vrijdag zaterdag zondag sade mandag mandag tirsdag onsdag torsdag fredag powiedzial poinformowal сказал сообщил заявил dedi soyledi kata");

    public static bool AreIn(LineWords words) => words.HasAny(Words);
}
