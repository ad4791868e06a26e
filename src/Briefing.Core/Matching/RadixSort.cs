namespace Briefing.Core.Matching;

/// <summary>Sorts by counting digits: linear, stable.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    // Below this many a comparing sort is faster than clearing the counters.
    private const int FewEntries = 512;

    /// <summary>Sorts by the upper 32 bits; equal ones keep their order or are sorted by the lower bits.</summary>
    /// <param name="spare">Room for as many entries.</param>
    public static void ByUpperHalf(Span<ulong> entries, Span<ulong> spare)
    {
        if (entries.Length < FewEntries)
        {
            entries.Sort();
            return;
        }

        spare = spare[..entries.Length];
        var next = new int[Digits + 1];
        Scatter(entries, spare, next, shift: 32);
        Scatter(spare, entries, next, shift: 32 + DigitBits);
        Scatter(entries, spare, next, shift: 32 + (2 * DigitBits));
        spare.CopyTo(entries);
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, int[] next, int shift)
    {
        Array.Clear(next);
        foreach (var entry in from)
            next[((int)(entry >> shift) & (Digits - 1)) + 1]++;
        for (var digit = 0; digit < Digits; digit++)
            next[digit + 1] += next[digit];
        foreach (var entry in from)
            to[next[(int)(entry >> shift) & (Digits - 1)]++] = entry;
    }
}
