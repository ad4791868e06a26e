namespace Briefing.Core.Extraction;

/// <summary>Reads whether a notice says that a machine wrote an article, or only something else on its page.</summary>
internal static class MachineWritingReader
{
    // Lines above a headline in which a notice still speaks of its article.
    private const int Above = 3;

    /// <summary>One entry an article; null where no notice concerns it.</summary>
    public static MachineWriting?[] Read(List<PageLine> lines, List<ArticleDraft> drafts)
    {
        var own = new PageLine?[drafts.Count];
        PageLine? page = null;
        var next = 0;
        foreach (var line in lines)
        {
            if (line.Role != LineRole.MachineNotice)
                continue;
            while (next < drafts.Count && drafts[next].FootEnd <= line.Index)
                next++;
            var isOfSurroundings = MachineNotices.IsAboutSurroundings(line.Words);
            if (!isOfSurroundings && next < drafts.Count && BelongsTo(lines, drafts[next], line.Index))
                own[next] ??= line;
            else if (page is null || (MachineNotices.IsAboutSurroundings(page.Words) && !isOfSurroundings))
                page = line;
        }

        return [.. own.Select(line => line is not null ? new MachineWriting(MachineWritingScope.Article, line.Text)
            : page is not null ? new MachineWriting(MachineWritingScope.Page, page.Text)
            : null)];
    }

    private static bool BelongsTo(List<PageLine> lines, ArticleDraft draft, int at)
    {
        if (at >= draft.HeadStart)
            return at < draft.FootEnd;
        return draft.HeadStart - at <= Above
            && Enumerable.Range(at, draft.HeadStart - at).All(between => lines[between].Role != LineRole.Prose);
    }
}
