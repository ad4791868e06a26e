using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Briefing.Core.Matching;

/// <summary>
/// Hashes a word's bytes eight at a time, ASCII case aside. Multiply-shift hashing after Dietzfelbinger et al.,
/// "A reliable randomized algorithm for the closest-pair problem", 1997; the multipliers are SplitMix64's.
/// </summary>
internal static class WordHash
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
