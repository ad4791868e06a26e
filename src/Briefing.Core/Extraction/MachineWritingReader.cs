namespace Briefing.Core.Extraction;

/// <summary>Reads whether a notice says that a machine wrote an article, or only something else on its page.</summary>
internal static class MachineWritingReader
{
    public static MachineWriting? Read(List<PageLine> lines, List<ArticleDraft> drafts, ArticleDraft draft)
    {
        PageLine? own = null, page = null;
        foreach (var line in lines)
        {
            if (line.Role != LineRole.MachineNotice)
                continue;
            var isPicture = MachineNotices.IsAboutPicture(line.Words);
            if (!isPicture && BelongsTo(lines, draft, line))
                own ??= line;
            else if (!drafts.Any(other => other != draft && BelongsTo(lines, other, line)) && (page is null || MachineNotices.IsAboutPicture(page.Words) && !isPicture))
                page = line;
        }

        return own is not null ? new MachineWriting(MachineWritingScope.Article, own.Text)
            : page is not null ? new MachineWriting(MachineWritingScope.Page, page.Text)
            : null;
    }

    // At the article's head (up to three lines above its headline), in it, or at its foot.
    private static bool BelongsTo(List<PageLine> lines, ArticleDraft draft, PageLine line)
    {
        var at = line.Index;
        if (at >= draft.HeadStart && at < draft.FootEnd)
            return true;
        return at < draft.HeadStart && draft.HeadStart - at <= 3
            && Enumerable.Range(at, draft.HeadStart - at).All(between => lines[between].Role != LineRole.Prose);
    }
}
