using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Briefing.Core.Text;

namespace Briefing.Core.Reprints;

/// <summary>
/// Reads a text as words: runs of letters and digits, case, accents, punctuation and spelling variants aside. The one
/// normalisation that reprints are judged by. Linear; allocates nothing for a word. Not for concurrent use.
/// </summary>
public sealed class Utf8Tokenizer
{
    private readonly SpellingKeyCache _spelling = new();
    private readonly StringBuilder _letters = new();
    private byte[] _text = [];
    private ulong[] _words = [];
    private ulong[] _special = [];
    private uint[] _codes = [];
    private int _count;

    /// <summary>Room for UTF-8 text, to be filled before <see cref="Read(int)"/>.</summary>
    public Span<byte> Reserve(int length)
    {
        var size = length + ByteClasses.Padding + TokenHash.ReadAhead;
        if (_text.Length < size)
        {
            _text = new byte[Math.Max(size, 2 * _text.Length)];
            _words = new ulong[(_text.Length / ByteClasses.BlockLength) + 2];
            _special = new ulong[_words.Length];
            _codes = new uint[(_text.Length / 2) + 1];
        }

        return _text.AsSpan(0, length);
    }

    /// <summary>The words of a text in order, as <see cref="TokenCode"/>s; valid until the next reading.</summary>
    public ReadOnlySpan<uint> Read(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Reserve(length));
        return Read(length);
    }

    /// <summary>The words of the first bytes of what <see cref="Reserve"/> gave.</summary>
    public ReadOnlySpan<uint> Read(int length)
    {
        _text.AsSpan(length, ByteClasses.Padding + TokenHash.ReadAhead).Clear();
        ByteClasses.Classify(_text, length, _words, _special);
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
        var isSpecial = IsSpecial(start, length);
        if (isSpecial && !Ascii.IsValid(_text.AsSpan(start, length)))
        {
            AppendOther(_text.AsSpan(start, length), BeginsSentence(start));
            return;
        }

        var hash = TokenHash.Of(ref first, length);
        var code = isSpecial || SpellingKeyCache.MayBeSingleWord(hash)
            ? _spelling.CodeOf(hash, _text.AsSpan(start, length))
            : TokenCode.Of(hash, respelt: false);
        if (first <= '9')
            code = TokenCode.Number(code);
        else if (first <= 'Z' && !BeginsSentence(start))
            code = TokenCode.Capitalized(code);
        _codes[_count++] = code;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsSpecial(int start, int length)
    {
        var block = start / ByteClasses.BlockLength;
        var offset = start % ByteClasses.BlockLength;
        var bits = _special[block] >> offset;
        if (offset + length > ByteClasses.BlockLength)
            bits |= _special[block + 1] << (ByteClasses.BlockLength - offset);
        return length >= ByteClasses.BlockLength || (bits & ((1UL << length) - 1)) != 0;
    }

    // A sentence begins at the text's start, after a line's end, and after a full stop and the like, space and quotation
    // marks aside. After an abbreviation it only seems to: a name more or less, and the same one in every copy.
    private bool BeginsSentence(int start)
    {
        for (var at = start - 1; at >= 0; at--)
        {
            switch (_text[at])
            {
                case (byte)' ' or (byte)'"' or (byte)'\'' or (byte)'(' or >= 0x80:
                    continue;
                case (byte)'.' or (byte)'!' or (byte)'?' or (byte)'\n' or (byte)':':
                    return true;
                default:
                    return false;
            }
        }

        return true;
    }

    // Letters outside ASCII: decoded, folded one by one, and split where one of them is no letter.
    private void AppendOther(ReadOnlySpan<byte> run, bool beginsSentence)
    {
        _letters.Clear();
        var first = default(Rune);
        while (!run.IsEmpty)
        {
            Rune.DecodeFromUtf8(run, out var rune, out var used);
            run = run[used..];
            var combines = Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
            if (!Rune.IsLetterOrDigit(rune) && !(combines && _letters.Length > 0))
            {
                AppendFolded(first, ref beginsSentence);
                continue;
            }

            if (StandsAlone(rune))
                AppendFolded(first, ref beginsSentence);
            if (_letters.Length == 0)
                first = rune;
            AppendLetter(rune);
            if (StandsAlone(rune))
                AppendFolded(first, ref beginsSentence);
        }

        AppendFolded(first, ref beginsSentence);
    }

    private void AppendLetter(Rune rune)
    {
        Span<char> characters = stackalloc char[2];
        foreach (var character in characters[..rune.EncodeToUtf16(characters)])
            LetterFolding.AppendFolded(_letters, character);
    }

    // Scripts that part no words: each character of theirs counts as one.
    private static bool StandsAlone(Rune rune) => rune.Value is (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0x20000 and <= 0x3FFFF);

    private void AppendFolded(Rune first, ref bool beginsSentence)
    {
        if (_letters.Length == 0)
            return;
        var word = _letters.ToString();
        var folded = SpellingVariants.Fold(word);
        var code = TokenCode.Of(SpellingKeyCache.HashOf(folded), respelt: folded != word);
        if (Rune.IsDigit(first))
            code = TokenCode.Number(code);
        else if (Rune.IsUpper(first) && !beginsSentence)
            code = TokenCode.Capitalized(code);
        _codes[_count++] = code;
        beginsSentence = false;
        _letters.Clear();
    }
}
