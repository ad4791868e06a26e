using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Briefing.Core.Reprints;

/// <summary>
/// Finds words in UTF-8 text sixteen bytes at a time: one bit a byte for "part of a word", one for "asks for a closer look":
/// outside ASCII, or a spelling rule may apply from here. Bytes outside ASCII count as part of a word, but for Latin-1 signs and general punctuation (curly
/// quotes, dashes), which part words.
/// </summary>
internal static class ByteClasses
{
    /// <summary>Bytes that must be readable after the text's last one; they are zero.</summary>
    public const int Padding = BlockLength + 2;

    /// <summary>Bytes that one element of the bit arrays stands for.</summary>
    public const int BlockLength = 64;

    private const byte GeneralPunctuationLead = 0xE2;
    private const byte GeneralPunctuationSecond = 0x80;
    private const byte Latin1SignLead = 0xC2;

    /// <param name="text">With <see cref="Padding"/> after <paramref name="length"/> bytes of text.</param>
    /// <param name="words">One element for every <see cref="BlockLength"/> bytes begun, as has <paramref name="special"/>.</param>
    public static void Classify(ReadOnlySpan<byte> text, int length, Span<ulong> words, Span<ulong> special)
    {
        ref var start = ref MemoryMarshal.GetReference(text);
        var punctuation = default(Punctuation);
        var blocks = (length + BlockLength - 1) / BlockLength;
        for (var block = 0; block < blocks; block++)
        {
            ulong ascii = 0, high = 0, suspect = 0;
            for (var part = 0; part < BlockLength; part += Vector128<byte>.Count)
            {
                ref var at = ref Unsafe.Add(ref start, (block * BlockLength) + part);
                var bytes = Vector128.LoadUnsafe(ref at);
                ascii |= (ulong)LettersAndDigits(bytes).ExtractMostSignificantBits() << part;
                high |= (ulong)bytes.ExtractMostSignificantBits() << part;
                suspect |= (ulong)SpellingSuspects(bytes, ref at).ExtractMostSignificantBits() << part;
            }

            special[block] = suspect | high;
            words[block] = ascii | high;
            if ((high | punctuation.Pending) != 0)
                punctuation.Clear(ref Unsafe.Add(ref start, block * BlockLength), words, block);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> LettersAndDigits(Vector128<byte> bytes)
    {
        var letters = (bytes | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        var digits = bytes - Vector128.Create((byte)'0');
        return Vector128.Equals(Vector128.Min(letters, Vector128.Create((byte)25)), letters)
            | Vector128.Equals(Vector128.Min(digits, Vector128.Create((byte)9)), digits);
    }

    // The letters that every rule of SpellingFolding asks for: "our"; "ae", "oe"; "is" or "ys" before a, e or i; "ll" before
    // e, i or o. Its table of single words is asked apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> SpellingSuspects(Vector128<byte> bytes, ref byte at)
    {
        var lower = Vector128.Create((byte)0x20);
        var first = bytes | lower;
        var second = Vector128.LoadUnsafe(ref Unsafe.Add(ref at, 1)) | lower;
        var third = Vector128.LoadUnsafe(ref Unsafe.Add(ref at, 2)) | lower;

        var thirdE = Is(third, 'e');
        var thirdI = Is(third, 'i');
        var firstO = Is(first, 'o');
        var our = firstO & Is(second, 'u') & Is(third, 'r');
        var digraph = (Is(first, 'a') | firstO) & Is(second, 'e');
        var ise = (Is(first, 'i') | Is(first, 'y')) & Is(second, 's') & (thirdE | thirdI | Is(third, 'a'));
        var doubled = Is(first, 'l') & Is(second, 'l') & (thirdE | thirdI | Is(third, 'o'));
        return our | digraph | ise | doubled;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Is(Vector128<byte> bytes, char letter) => Vector128.Equals(bytes, Vector128.Create((byte)letter));

    // Takes the bytes of Latin-1 signs and general punctuation out of the word bits, across the borders of blocks.
    private struct Punctuation
    {
        private ulong _lead;
        private ulong _sign;
        private ulong _third;

        /// <summary>Not zero while a character begun in the last block may end in the next.</summary>
        public readonly ulong Pending => _lead | _sign | _third;

        public void Clear(ref byte start, Span<ulong> words, int block)
        {
            var leads = Bits(ref start, GeneralPunctuationLead);
            var signs = Bits(ref start, Latin1SignLead);
            var seconds = ((leads << 1) | _lead) & Bits(ref start, GeneralPunctuationSecond);
            words[block] &= ~(seconds | (seconds >> 1) | (seconds << 1) | _third | signs | (signs << 1) | _sign);
            if ((seconds & 1) != 0)
                words[block - 1] &= ulong.MaxValue >> 1;

            _lead = leads >> 63;
            _sign = signs >> 63;
            _third = seconds >> 63;
        }

        private static ulong Bits(ref byte start, byte value)
        {
            ulong bits = 0;
            for (var part = 0; part < BlockLength; part += Vector128<byte>.Count)
            {
                var bytes = Vector128.LoadUnsafe(ref Unsafe.Add(ref start, part));
                bits |= (ulong)Vector128.Equals(bytes, Vector128.Create(value)).ExtractMostSignificantBits() << part;
            }

            return bits;
        }
    }
}
