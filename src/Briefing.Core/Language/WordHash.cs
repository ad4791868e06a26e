namespace Briefing.Core.Language;

/// <summary>The hash by which word tables are looked up: FNV-1a over 16-bit units, mixed at the end. Never 0, which marks an empty slot.</summary>
internal static class WordHash
{
    public const ulong Start = 14695981039346656037UL;

    public static ulong Of(ReadOnlySpan<char> folded)
    {
        var hash = Start;
        foreach (var c in folded)
            hash = Add(hash, c);
        return Finish(hash);
    }

    public static ulong Add(ulong hash, char c) => (hash ^ c) * 1099511628211UL;

    // FNV's low bits are weak for short words; the table uses them.
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 32;
        return hash == 0 ? 1 : hash;
    }
}
