using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Briefing.Core.Text;

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

/// <summary>
/// Hashes a word's bytes eight at a time, ASCII case aside. Multiply-shift hashing after Dietzfelbinger et al.,
/// "A reliable randomized algorithm for the closest-pair problem", 1997; the multipliers are SplitMix64's.
/// </summary>
internal static class TokenHash
{
    /// <summary>Bytes that must be readable from a word's first one on, whatever its length.</summary>
    public const int ReadAhead = sizeof(ulong);

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xBF58476D1CE4E5B9;

    // Sets bit 5 of every byte: lower case for ASCII letters, no change for digits.
    private const ulong LowerCase = 0x2020202020202020;

    /// <param name="length">At least 1.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ref byte start, int length)
    {
        var head = Read(ref start);
        if (length <= sizeof(ulong))
            return Spread((head & (ulong.MaxValue >> (64 - (8 * length)))) * First);
        return OfLong(ref start, length, head);
    }

    private static ulong OfLong(ref byte start, int length, ulong head)
    {
        var hash = (head + (ulong)length) * First;
        for (var at = sizeof(ulong); at + sizeof(ulong) < length; at += sizeof(ulong))
            hash = (Spread(hash) ^ Read(ref Unsafe.Add(ref start, at))) * First;
        return Spread(hash ^ (Read(ref Unsafe.Add(ref start, length - sizeof(ulong))) * Second));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Read(ref byte start)
    {
        var bytes = Unsafe.ReadUnaligned<ulong>(ref start);
        return (BitConverter.IsLittleEndian ? bytes : BinaryPrimitives.ReverseEndianness(bytes)) | LowerCase;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Spread(ulong hash) => (hash ^ (hash >> 29)) * Second;
}
