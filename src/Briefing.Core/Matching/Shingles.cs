namespace Briefing.Core.Matching;

/// <summary>
/// Runs of five words, hashed to 32 bits by a rolling polynomial (Karp and Rabin, "Efficient randomized pattern-matching
/// algorithms", 1987) over the words' keys.
/// </summary>
internal static class Shingles
{
    /// <summary>Words in one shingle. Fewer meet by chance in news prose; more break at every changed word.</summary>
    public const int Words = 5;

    // Odd, so that no word's weight loses bits.
    private const ulong Base = 0x9E3779B97F4A7C15;
    private const ulong Leaving = unchecked(Base * Base * Base * Base * Base);
    private const ulong Spread = 0x94D049BB133111EB;

    /// <summary>Shingles of a text, repeated ones counted again. A text shorter than one shingle is a single one of its own length.</summary>
    public static int CountOf(int words) => words == 0 ? 0 : Math.Max(1, words - Words + 1);

    /// <param name="words">As <see cref="WordCode"/>s.</param>
    /// <param name="hashes">At least as long as <see cref="CountOf"/> says.</param>
    public static void Hash(ReadOnlySpan<uint> words, Span<uint> hashes)
    {
        ulong rolling = 0;
        var filled = Math.Min(Words, words.Length);
        for (var at = 0; at < filled; at++)
            rolling = (rolling * Base) + WordCode.Key(words[at]);
        if (filled > 0)
            hashes[0] = (uint)(rolling * Spread >> 32);

        var entering = words.Length > Words ? words[Words..] : default;
        hashes = hashes.Slice(Math.Min(1, filled), entering.Length);
        for (var at = 0; at < entering.Length; at++)
        {
            rolling = (rolling * Base) + WordCode.Key(entering[at]) - (WordCode.Key(words[at]) * Leaving);
            hashes[at] = (uint)(rolling * Spread >> 32);
        }
    }
}
