namespace Briefing.Worker.Rendering;

/// <summary>Two wordings shortened so that what differs between them is still seen.</summary>
internal static class ChangedPassage
{
    /// <summary>Both begin at the same word: the first, or where the wordings part late, one before that.</summary>
    public static (string Before, string Now) Of(string before, string now, int longest)
    {
        var same = before.AsSpan().CommonPrefixLength(now);
        if (Math.Max(before.Length, now.Length) <= longest || same < longest / 2)
            return (DisplayText.Shorten(before, longest), DisplayText.Shorten(now, longest));
        var start = StartOf(now, same - (longest / 3));
        return (DisplayText.Shorten("…" + before[start..], longest), DisplayText.Shorten("…" + now[start..], longest));
    }

    // The next word's beginning, where one is near: some scripts have no spaces.
    private static int StartOf(string text, int from)
    {
        var space = text.IndexOf(' ', from, Math.Min(DisplayText.LongestWord, text.Length - from));
        if (space >= 0)
            return space + 1;
        return char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }
}
