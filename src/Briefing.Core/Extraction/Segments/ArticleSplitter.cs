using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Provenance;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Segments;

/// <summary>Cuts a run of text where another article's head stands in it.</summary>
internal static class ArticleSplitter
{
    // Points that make a line another article's headline. A subheading has the article's own words and no byline, date or dateline.
    private const double Enough = 4;
    private const int MinParagraphs = 2;

    // Share of the next paragraphs' words that the text before used: chapters of one article stand above, the next article below.
    private const double SameSubject = 0.4;
    private const double OtherSubject = 0.14;
    private const double OwnHead = 0.25;
    private const int ShortestHeadline = 4;

    // A chapter goes on with the article's people and places; the next article has its own.
    private const double OtherActors = 2;

    public static List<Segment> Split(List<PageLine> lines, Segment segment)
    {
        var pieces = new List<Segment>();
        var first = segment.First;
        var before = new HashSet<uint>(KeysAt(lines, first));
        for (var at = segment.First + 1; at < segment.Last; before.UnionWith(KeysAt(lines, at)), at++)
        {
            if (lines[at].Role != LineRole.Heading || lines[at].IsForeign || lines[at].Measures.Words < ShortestHeadline)
                continue;
            if (Paragraphs(lines, first, at - 1) < MinParagraphs || Paragraphs(lines, at + 1, segment.Last) < MinParagraphs)
                continue;
            if (!IsAnotherHead(lines, before, first, at, segment.Last))
                continue;
            pieces.Add(new Segment(first, at - 1));
            first = at;
            before.Clear();
            at = SkipHead(lines, at, segment.Last);
        }

        pieces.Add(new Segment(first, segment.Last));
        return pieces;
    }

    /// <summary>Points for a headline by what follows it: 3 for the same line again, 2 for a byline or date, 3 for a dateline.</summary>
    public static double HeadEvidence(List<PageLine> lines, int headline, int last)
    {
        var evidence = 0.0;
        var repeated = false;
        var credited = false;
        for (var at = headline + 1; at <= Math.Min(last, headline + 10); at++)
        {
            var line = lines[at];
            repeated |= line.KeyHash == lines[headline].KeyHash;
            credited |= line.Role == LineRole.Byline || (line.Role == LineRole.Stamp && line.Text.Length > 8 && !Timestamps.IsAge(line.Words));
            if (line.Role != LineRole.Prose || line.IsForeign)
                continue;
            if (DatelineReader.Read(line.Text) is not null)
                evidence += 3;
            break;
        }

        return evidence + (repeated ? 3 : 0) + (credited ? 2 : 0);
    }

    // A head shows itself by byline, date, dateline or repetition. Without any of these the subject must change with the line.
    private static bool IsAnotherHead(List<PageLine> lines, HashSet<uint> before, int first, int headline, int last)
    {
        var line = lines[headline];
        if (line.Text[0] is '"' or '\u201C' or '\u201E' or '\u00AB' && line.Measures.HasQuotation && line.Text[^1] is '"' or '\u201D' or '\u201C' or '\u00BB')
            return false;
        var after = new Segment(headline, Math.Min(last, headline + 12));
        var shared = ContentKeys.ShareIn(FirstKeys(lines, after), before);
        var ownWords = ContentKeys.ShareIn(line.ContentKeys, ArticleFinder.KeysOf(lines, after));
        var oldWords = ContentKeys.ShareIn(line.ContentKeys, before);
        // Reports of one shape share most words; a head with a byline or date and another story's words parts them all the same.
        if (!IsNews(lines, after) || (shared >= SameSubject && !(HeadEvidence(lines, headline, last) >= 2 && ownWords - oldWords >= OwnHead)))
            return false;
        var isParted = line.BlankLinesBefore >= 2 || lines[headline - 1].Role == LineRole.Separator;
        var evidence = HeadEvidence(lines, headline, last) + (line.Measures.Words >= 6 ? 1 : 0) + (isParted ? 1.5 : 0) + 3 * (ownWords - oldWords);
        if (shared <= OtherSubject)
            evidence += 1;
        if (shared < SameSubject && evidence is < Enough and >= Enough - OtherActors && SalientNames.AreOthers(lines, first, headline, last))
            evidence += OtherActors;
        return evidence >= Enough
            || (shared <= OtherSubject && ownWords >= 0.5 && oldWords <= 0.15 && line.Measures.Words >= 6 && IsNews(lines, new Segment(first, Math.Min(headline - 1, first + 12))));
    }

    private static uint[] KeysAt(List<PageLine> lines, int at) =>
        lines[at].Role is LineRole.Prose or LineRole.Bullet && !lines[at].IsForeign ? lines[at].ContentKeys : [];

    private static uint[] FirstKeys(List<PageLine> lines, Segment segment) =>
        [.. lines.Skip(segment.First).Take(segment.Last - segment.First + 1)
            .Where(line => line is { Role: LineRole.Prose or LineRole.Bullet, Occurrences: 1 })
            .Take(4)
            .SelectMany(line => line.ContentKeys)];

    // Reports say who said it, or when it was; guides, lists and recipes do not.
    public static bool IsNews(List<PageLine> lines, Segment segment)
    {
        for (var at = segment.First; at <= segment.Last; at++)
        {
            if (lines[at].Role == LineRole.Prose && NewsWords.AreIn(lines[at].Words))
                return true;
        }

        return false;
    }

    private static int Paragraphs(List<PageLine> lines, int first, int last)
    {
        var paragraphs = 0;
        for (var at = first; at <= last && paragraphs < MinParagraphs; at++)
            paragraphs += lines[at].Role == LineRole.Prose && !lines[at].IsForeign ? 1 : 0;
        return paragraphs;
    }

    private static int SkipHead(List<PageLine> lines, int at, int last)
    {
        while (at < last && lines[at].Role != LineRole.Prose)
            at++;
        return at;
    }
}

/// <summary>The names that a text mentions again and again: whom it is about.</summary>
internal static class SalientNames
{
    private const int MinMentions = 3;
    private const int MinNames = 2;

    // Paragraphs behind a line in which a chapter of the same article would name one of them.
    private const int Paragraphs = 4;

    /// <summary>Whether none of those named again and again before a line is named behind it, where others are.</summary>
    public static bool AreOthers(List<PageLine> lines, int first, int at, int last)
    {
        var before = new Dictionary<ulong, int>();
        for (var index = first; index < at; index++)
            Count(lines[index], before);
        var leading = before.Where(name => name.Value >= MinMentions).Select(name => name.Key).ToHashSet();
        if (leading.Count < MinNames)
            return false;

        var behind = new Dictionary<ulong, int>();
        for (var (index, read) = (at + 1, 0); index <= last && read < Paragraphs; index++)
            read += Count(lines[index], behind) ? 1 : 0;
        return behind.Count(name => name.Value >= MinMentions - 1) >= MinNames && !behind.Keys.Any(leading.Contains);
    }

    // Capitalized words of paragraphs; what opens a sentence is a name where it is no grammatical word.
    private static bool Count(PageLine line, Dictionary<ulong, int> names)
    {
        if (line.Role is not (LineRole.Prose or LineRole.Bullet) || line.IsForeign || line.Occurrences > 1)
            return false;
        for (var at = 0; at < line.Words.Count; at++)
        {
            if (!char.IsUpper(line.Text[line.Words.StartOf(at)]) || LanguageProfiles.Words.Contains(line.Words.HashOf(at)))
                continue;
            var word = line.Words[at];
            var name = word.EndsWith("'s") ? WordHash.Of(word[..^2]) : line.Words.HashOf(at);
            names[name] = names.GetValueOrDefault(name) + 1;
        }

        return true;
    }
}
