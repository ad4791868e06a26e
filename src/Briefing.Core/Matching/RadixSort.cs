namespace Briefing.Core.Matching;

/// <summary>Sorts by counting digits: linear, stable.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    // Below this many a comparing sort is faster than clearing the counters.
    private const int FewEntries = 512;

    /// <summary>Sorts the first entries by their upper 32 bits; equal ones keep their order or are sorted by the lower bits.</summary>
    public static void ByUpperHalf(ulong[] entries, int count)
    {
        if (count < FewEntries)
        {
            Array.Sort(entries, 0, count);
            return;
        }

        var from = entries.AsSpan(0, count);
        var spare = GC.AllocateUninitializedArray<ulong>(count);
        var to = spare.AsSpan();
        var next = new int[Digits + 1];
        for (var shift = 32; shift < 64; shift += DigitBits)
        {
            Scatter(from, to, next, shift);
            var sorted = to;
            to = from;
            from = sorted;
        }

        // Three digits: the last pass went to the spare.
        spare.CopyTo(entries.AsSpan());
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
