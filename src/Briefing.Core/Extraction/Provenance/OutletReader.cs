using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Segments;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>
/// Finds the publication that a page belongs to, where the page names it as one: the copyright line, and a masthead, which is a
/// line of its own that the site's own lines (app, channel, subscription, copyright) name too.
/// </summary>
internal static class OutletReader
{
    private const int MaxWords = MastheadNames.MaxWords;

    // Lines of a page's top, where mastheads stand.
    private const int Top = 4;
    private const int LongestSiteLine = 24;

    private static readonly string[] CompanyEndings =
        ["plc", "ltd", "limited", "inc", "llc", "gmbh", "ag", "co", "kg", "corp", "corporation", "company", "group", "holdings", "s.a", "sa", "s.p.a", "spa", "bv", "b.v", "pty", "pvt", "llp", "sarl", "ab", "oy", "as", "kgaa"];

    public static string? Read(List<PageLine> lines, List<ArticleDraft> drafts)
    {
        var copyright = CopyrightHolder(lines);
        var masthead = Masthead(lines, drafts, copyright);
        return masthead ?? copyright;
    }

    // "© 2026. The Harbour Post Group PLC. All rights reserved" → The Harbour Post
    private static string? CopyrightHolder(List<PageLine> lines)
    {
        for (var at = lines.Count - 1; at >= 0; at--)
        {
            if (lines[at].Role != LineRole.Boilerplate)
                continue;
            if (HolderOf(lines[at].Text) is { } holder && NewsAgencies.Find(holder) is null)
                return holder;
        }

        return null;
    }

    /// <summary>Whom a line's copyright mark names, without year and form of company; null where it has no mark or names nobody.</summary>
    public static string? HolderOf(string text)
    {
        var mark = text.AsSpan().IndexOf('\u00A9');
        var start = mark >= 0 ? mark + 1 : text.IndexOf("copyright", StringComparison.OrdinalIgnoreCase) is var word and >= 0 ? word + 9 : -1;
        return start >= 0 ? HolderIn(text[start..]) : null;
    }

    private static string? HolderIn(string text)
    {
        var parts = text.Split(['|', ';', '\u00B7', '\u2022'], 2)[0];
        foreach (var ending in (ReadOnlySpan<string>)["all rights", "alle rechte", "tous droits", "todos los derechos", "todos os direitos", "tutti i diritti", "registered", "powered"])
        {
            var at = parts.IndexOf(ending, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
                parts = parts[..at];
        }

        var words = parts.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', '-', '\u2013', '(', ')', '\u00A9'))
            .Where(word => word.Length > 0)
            .SkipWhile(word => char.IsDigit(word[0]) || word is "by" or "c" or "Copyright")
            .TakeWhile(word => char.IsLetterOrDigit(word[0]) && !IsYear(word))
            .ToList();
        while (words.Count > 1 && CompanyEndings.Contains(words[^1].ToLowerInvariant()))
            words.RemoveAt(words.Count - 1);
        if (words.Count is 0 or > MaxWords || !words.Any(word => char.IsUpper(word[0])))
            return null;
        return string.Join(' ', words);
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsDigit);

    // A masthead is named by two of the site's other lines; or by one and its own word for a newspaper; at the page's top by that alone.
    private static string? Masthead(List<PageLine> lines, List<ArticleDraft> drafts, string? copyright)
    {
        var printed = drafts.Select(draft => draft.Headline).OfType<PageLine>().Select(headline => headline.KeyHash).ToHashSet();
        var headlines = lines.Where(line => printed.Contains(line.KeyHash)).ToHashSet();
        var names = lines.Where(line => !headlines.Contains(line)).SelectMany(MastheadNames.In).ToList();
        var mentions = MentionsBySite(lines, headlines, names);
        var copyrightKey = copyright is null ? null : LineWords.Of(copyright).Key;
        string? best = null;
        var bestScore = 1;
        foreach (var (line, name, words) in names)
        {
            var score = mentions.GetValueOrDefault(words.Key) + (copyrightKey is not null && Names(copyrightKey, words.Key) ? 2 : 0);
            if (words.Count >= 2 && MastheadTitles.HasWord(words))
                score += line.Index < Top && drafts.TrueForAll(draft => line.Index < draft.HeadStart) ? 2 : 1;
            if (score > bestScore)
                (best, bestScore) = (name, score);
        }

        return best;
    }

    // How many of the site's own lines hold a run of words that some name consists of.
    private static Dictionary<string, int> MentionsBySite(List<PageLine> lines, HashSet<PageLine> headlines, List<(PageLine Line, string Name, LineWords Words)> candidates)
    {
        var names = candidates.Select(candidate => candidate.Words.Key).ToHashSet(StringComparer.Ordinal);
        var mentions = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (!IsSitesOwn(line) || line.Words.Count > LongestSiteLine || headlines.Contains(line))
                continue;
            foreach (var name in Runs(line.Words).Where(names.Contains).Distinct(StringComparer.Ordinal))
                mentions[name] = mentions.GetValueOrDefault(name) + 1;
        }

        return mentions;
    }

    // Shorter than the line itself: a line does not mention itself.
    private static IEnumerable<string> Runs(LineWords words)
    {
        var key = words.ToArray();
        for (var first = 0; first < key.Length; first++)
        {
            for (var count = 1; count <= MaxWords && first + count <= key.Length; count++)
            {
                if (count < key.Length)
                    yield return string.Join(' ', key, first, count);
            }
        }
    }

    private static bool IsSitesOwn(PageLine line) =>
        line.Role is LineRole.Share or LineRole.Promotion or LineRole.Boilerplate or LineRole.Consent or LineRole.Heading or LineRole.Navigation or LineRole.Label;

    private static bool Names(string text, string name) =>
        $" {text} ".Contains($" {name} ", StringComparison.Ordinal);
}

/// <summary>
/// Reads from a line the names that may be its publication's: the line itself, or a part of it where signs part it, as in
/// "HP | The Harbour Post", "Home - The Harbour Post", "The Harbour Post · Europe".
/// </summary>
internal static class MastheadNames
{
    public const int MaxWords = 5;
    private const int LongestParted = 16;

    public static IEnumerable<(PageLine Line, string Name, LineWords Words)> In(PageLine line)
    {
        if (line.Role is not (LineRole.Label or LineRole.Heading or LineRole.Navigation) || line.Words.Count is 0 or > LongestParted)
            yield break;
        var parted = false;
        foreach (var part in Parts(line.Text))
        {
            var words = LineWords.Of(part);
            if (!IsName(part, words) || !MastheadTitles.OpensOrClosesWithKind(words))
                continue;
            parted = true;
            yield return (line, part, words);
        }

        if (!parted && line.Role != LineRole.Navigation && IsName(line.Text, line.Words) && line.Phrases.CoveredWords < line.Words.Count)
            yield return (line, line.Text.Trim(' ', '|', '-'), line.Words);
    }

    private static bool IsName(string text, LineWords words) =>
        words.Count is > 0 and <= MaxWords && char.IsUpper(text[0]) && LineMeasures.Of(text, words).CapitalShare >= 0.5 && NewsAgencies.Find(text) is null && Countries.KeyOf(words.Key) is null;

    // A sign parts names only with space around it: "Sea-of-Japan Times" is one.
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 1; at + 1 < text.Length; at++)
        {
            if (text[at] is not ('|' or '\u00B7' or '\u2022' or '\u2013' or '\u2014' or '-' or '\u00BB' or '\u203A' or '>' or '/') || text[at - 1] != ' ' || text[at + 1] != ' ')
                continue;
            parts.Add(text[start..at].Trim());
            start = at + 1;
        }

        parts.Add(text[start..].Trim());
        // A menu on one line has many parts, a name and its section two or three.
        return parts.Count is 2 or 3 && parts.TrueForAll(part => part.Length > 0) ? parts : [];
    }
}

/// <summary>Tells by its words whether a name is a publication's: "The Harbour Post", "Abendzeitung".</summary>
internal static class MastheadTitles
{
    private static readonly WordSet Kinds = WordSet.Of(
        "times post news herald standard tribune gazette journal daily guardian telegraph chronicle observer courier star sun mirror express mail magazine review weekly " +
         "today online tv radio network zeitung tagblatt presse anzeiger nachrichten rundschau kurier monde figaro liberation diario periodico mundo pais jornal folha globo " +
         "corriere gazzetta repubblica dagblad courant dagbladet focus monitor independent inquirer bulletin digest dispatch ledger examiner sentinel beacon register media " +
         "broadcasting wire advertiser argus echo globe");

    // Words of people's offices: "Community Reporter" is nobody's paper.
    private static readonly WordSet Offices = WordSet.Of(
        "reporter reporters correspondent editor writer columnist staff contributor desk bureau minister spokesman");

    private static readonly WordSet Articles = WordSet.Of("the le la el der die das il");

    private const int MaxWords = 6;

    public static bool IsOne(string name)
    {
        var words = LineWords.Of(name);
        if (words.Count is 0 or > MaxWords || !char.IsUpper(name[0]) || words.HasAny(Offices))
            return false;
        return words.Count > 1 && (Articles.Contains(words.HashOf(0)) || words.HasAny(Kinds));
    }

    /// <summary>Whether one of the words is a kind of newspaper or broadcaster.</summary>
    public static bool HasWord(LineWords words) => words.HasAny(Kinds) && !words.HasAny(Offices);

    /// <summary>Whether such a word stands where names have it: "The Harbour Post", "Gazette of Haven", not "Why the Post matters".</summary>
    public static bool OpensOrClosesWithKind(LineWords words)
    {
        // "Designed by Harbour Media" is a credit.
        if (words.Count < 2 || words.HasAny(Offices) || words[1] is "by")
            return false;
        var first = Articles.Contains(words.HashOf(0)) ? 1 : 0;
        return Kinds.Contains(words.HashOf(words.Count - 1)) || Kinds.Contains(words.HashOf(first));
    }
}
