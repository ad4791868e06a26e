namespace Briefing.Core.Extraction;

/// <summary>
/// Finds the publication that a page belongs to, where the page names it as one: the copyright line, and a masthead, which is a
/// line of its own that the site's own lines (app, channel, subscription, copyright) name too.
/// </summary>
internal static class OutletReader
{
    private const int MostWords = 5;

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
            var text = lines[at].Text;
            var mark = text.AsSpan().IndexOf('\u00A9');
            var start = mark >= 0 ? mark + 1 : text.IndexOf("copyright", StringComparison.OrdinalIgnoreCase) is var word and >= 0 ? word + 9 : -1;
            if (start >= 0 && HolderIn(text[start..]) is { } holder)
                return holder;
        }

        return null;
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
        if (words.Count is 0 or > MostWords || !words.Any(word => char.IsUpper(word[0])))
            return null;
        var name = string.Join(' ', words);
        return NewsAgencies.Find(name) is null ? name : null;
    }

    private static bool IsYear(string word) => word.Length == 4 && word.All(char.IsDigit);

    private static string? Masthead(List<PageLine> lines, List<ArticleDraft> drafts, string? copyright)
    {
        var site = lines.Where(line => IsSitesOwn(line) && !drafts.Any(draft => draft.First <= line.Index && line.Index <= draft.Last && line.Role == LineRole.Prose)).ToList();
        PageLine? best = null;
        var bestMentions = 0;
        foreach (var line in lines)
        {
            if (!MayBeMasthead(line) || drafts.Any(draft => draft.Headline == line))
                continue;
            var key = line.Words.Key;
            var mentions = site.Count(other => other != line && other.Words.Count > line.Words.Count && Names(other.Words.Key, key));
            if (copyright is not null && Names(LineWords.Of(copyright).Key, key))
                mentions += 2;
            if (mentions >= 2 && mentions > bestMentions)
                (best, bestMentions) = (line, mentions);
        }

        return best?.Text.Trim(' ', '|', '-');
    }

    private static bool IsSitesOwn(PageLine line) =>
        line.Role is LineRole.Share or LineRole.Promotion or LineRole.Boilerplate or LineRole.Consent or LineRole.Heading or LineRole.Navigation or LineRole.Label;

    private static bool MayBeMasthead(PageLine line) =>
        line.Role is LineRole.Label or LineRole.Heading && line.Words.Count is > 0 and <= MostWords && line.Phrases.CoveredWords < line.Words.Count
        && char.IsUpper(line.Text[0]) && line.Measures.CapitalShare >= 0.5 && NewsAgencies.Find(line.Text) is null;

    private static bool Names(string text, string name) =>
        $" {text} ".Contains($" {name} ", StringComparison.Ordinal);
}
