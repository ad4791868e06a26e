namespace Briefing.Core.Extraction;

/// <summary>Ends an article where a press release says that it ends: "ENDS", "-30-", "###" on a line of its own. Notes and contacts follow.</summary>
internal static class EndMarks
{
    private const int FewestKept = 2;

    public static void Cut(List<PageLine> lines, ArticleDraft draft)
    {
        for (var at = draft.First + 1; at <= draft.Last; at++)
        {
            if (!IsMark(lines[at].Text))
                continue;
            var cut = draft.Body.FindIndex(part => part.Line.Index >= at);
            if (cut < FewestKept)
                continue;
            draft.Body.RemoveRange(cut, draft.Body.Count - cut);
            return;
        }
    }

    private static bool IsMark(string text)
    {
        const int Longest = 12;
        if (text.Length > Longest)
            return false;
        var bare = text.AsSpan().Trim("-\u2013\u2014*#[]<>/ ");
        return bare switch
        {
            "" => text.AsSpan().Count('#') >= 3,
            "ENDS" or "END" => true,
            "ends" or "Ends" or "end" or "End" or "30" => bare.Length < text.Length,
            _ => false,
        };
    }
}
