namespace Briefing.Core.Matching;

/// <summary>Sorts by counting digits: linear, stable.</summary>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;

    /// <summary>By the upper 32 bits; equal ones keep their order.</summary>
    public static void ByUpperHalf(ulong[] entries)
    {
        var from = entries;
        var to = GC.AllocateUninitializedArray<ulong>(entries.Length);
        for (var shift = 32; shift < 64; shift += DigitBits)
        {
            Scatter(from, to, shift);
            (from, to) = (to, from);
        }

        if (!ReferenceEquals(from, entries))
            from.CopyTo(entries, 0);
    }

    private static void Scatter(ulong[] from, ulong[] to, int shift)
    {
        var next = new int[Digits + 1];
        foreach (var entry in from)
            next[((int)(entry >> shift) & (Digits - 1)) + 1]++;
        for (var digit = 0; digit < Digits; digit++)
            next[digit + 1] += next[digit];
        foreach (var entry in from)
            to[next[(int)(entry >> shift) & (Digits - 1)]++] = entry;
    }
}
