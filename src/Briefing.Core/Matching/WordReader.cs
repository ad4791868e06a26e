using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Briefing.Core.Language;

namespace Briefing.Core.Matching;

/// <summary>
/// Reads a text as words: runs of letters and digits, case, accents, punctuation and spelling variants aside. The one
/// normalisation that reprints are judged by. Linear; allocates nothing for a word. Not for concurrent use.
/// </summary>
public sealed class WordReader
{
    private readonly SpellingKeys _spelling = new();
    private readonly StringBuilder _letters = new();
    private byte[] _text = [];
    private ulong[] _words = [];
    private ulong[] _suspects = [];
    private uint[] _codes = [];
    private int _count;

    /// <summary>Room for UTF-8 text, to be filled before <see cref="Read(int)"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        var size = length + ByteClasses.Padding + WordHash.ReadAhead;
        if (_text.Length < size)
        {
            _text = new byte[Math.Max(size, 2 * _text.Length)];
            _words = new ulong[(_text.Length / ByteClasses.BlockLength) + 2];
            _suspects = new ulong[_words.Length];
            _codes = new uint[(_text.Length / 2) + 1];
        }

        return _text.AsSpan(0, length);
    }

    /// <summary>The words of a text in order, as <see cref="WordCode"/>s; valid until the next reading.</summary>
    public ReadOnlySpan<uint> Read(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Reserve(length));
        return Read(length);
    }

    /// <summary>The words of the first bytes of what <see cref="Reserve"/> gave.</summary>
    public ReadOnlySpan<uint> Read(int length)
    {
        _text.AsSpan(length, ByteClasses.Padding + WordHash.ReadAhead).Clear();
        ByteClasses.Classify(_text, length, _words, _suspects);
        _count = 0;
        var start = -1;
        ulong last = 0;
        for (var block = 0; block * ByteClasses.BlockLength < length; block++)
        {
            var bits = _words[block];
            var edges = bits ^ ((bits << 1) | last);
            last = bits >> 63;
            while (edges != 0)
            {
                var at = (block * ByteClasses.BlockLength) + BitOperations.TrailingZeroCount(edges);
                edges &= edges - 1;
                if (start < 0)
                {
                    start = at;
                    continue;
                }

                Append(start, at - start);
                start = -1;
            }
        }

        if (start >= 0)
            Append(start, length - start);
        return _codes.AsSpan(0, _count);
    }

    private void Append(int start, int length)
    {
        ref var first = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_text), start);
        if (HasOtherThanAscii(ref first, length))
        {
            AppendOther(_text.AsSpan(start, length));
            return;
        }

        var hash = WordHash.Of(ref first, length);
        var code = IsSuspect(start, length) || SpellingKeys.MayBeSingleWord(hash)
            ? _spelling.CodeOf(hash, _text.AsSpan(start, length))
            : WordCode.Of(hash, respelt: false);
        _codes[_count++] = WordCode.WithFirst(code, first);
    }

    private static bool HasOtherThanAscii(ref byte first, int length)
    {
        const ulong HighBits = 0x8080808080808080;
        if (length > sizeof(ulong))
            return !Ascii.IsValid(MemoryMarshal.CreateReadOnlySpan(ref first, length));
        // The bytes after a short word are not its own.
        var own = BitConverter.IsLittleEndian ? ulong.MaxValue >> (64 - (8 * length)) : ulong.MaxValue << (64 - (8 * length));
        return (Unsafe.ReadUnaligned<ulong>(ref first) & own & HighBits) != 0;
    }

    private bool IsSuspect(int start, int length)
    {
        var block = start / ByteClasses.BlockLength;
        var offset = start % ByteClasses.BlockLength;
        var bits = _suspects[block] >> offset;
        if (offset + length > ByteClasses.BlockLength)
            bits |= _suspects[block + 1] << (ByteClasses.BlockLength - offset);
        return length >= ByteClasses.BlockLength ? bits != 0 : (bits & ((1UL << length) - 1)) != 0;
    }

    // Letters outside ASCII: decoded, folded one by one, and split where one of them is no letter.
    private void AppendOther(ReadOnlySpan<byte> run)
    {
        _letters.Clear();
        byte first = 0;
        while (!run.IsEmpty)
        {
            Rune.DecodeFromUtf8(run, out var rune, out var used);
            run = run[used..];
            var combines = Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
            if (!Rune.IsLetterOrDigit(rune) && !(combines && _letters.Length > 0))
            {
                AppendFolded(first);
                continue;
            }

            if (StandsAlone(rune))
                AppendFolded(first);
            if (_letters.Length == 0)
                first = Rune.IsUpper(rune) ? (byte)'A' : Rune.IsDigit(rune) ? (byte)'0' : (byte)'a';
            AppendLetter(rune);
            if (StandsAlone(rune))
                AppendFolded(first);
        }

        AppendFolded(first);
    }

    private void AppendLetter(Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        foreach (var character in characters[..rune.EncodeToUtf16(characters)])
            Letters.AppendFolded(_letters, character);
    }

    // Scripts that part no words: each character of theirs counts as one.
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private void AppendFolded(byte first)
    {
        if (_letters.Length == 0)
            return;
        var word = _letters.ToString();
        var folded = SpellingFolding.Fold(word);
        var code = WordCode.Of(SpellingKeys.HashOf(folded), respelt: folded != word);
        _codes[_count++] = WordCode.WithFirst(code, first);
        _letters.Clear();
    }
}
