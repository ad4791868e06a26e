using System.Buffers;
using System.Collections.Frozen;
using Briefing.Core.Model;
using Briefing.Core.Text.Dates;

namespace Briefing.Core.Text;

/// <summary>
/// Cuts a paragraph into sentences: verbatim, contiguous spans. A quotation stays with its attribution, and sentences inside one
/// quotation stay together up to <see cref="LongestQuotation"/>. Linear.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>Characters; a longer quotation is cut at its inner sentences, since it would be no statement any more.</summary>
    private const int LongestQuotation = 400;

    private const string Terminators = ".!?\u2026\u3002\uFF01\uFF1F\u0964\u061F";

    private static readonly SearchValues<char> Marks = SearchValues.Create(Terminators + QuoteTracker.Openers);

    private static readonly FrozenSet<string> SayingVerbs = FrozenSet.ToFrozenSet(
        ["said", "says", "asked", "asks", "added", "told", "wrote", "replied", "remarked", "warned", "exclaimed", "tweeted"],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The sentences of the paragraph, trimmed, in order; white space between them belongs to none.</summary>
    public static List<TextSpan> Split(string text, TextSpan paragraph)
    {
        var sentences = new List<TextSpan>();
        var start = SkipSpace(text, paragraph.Start, paragraph.End);
        var quotes = new QuoteTracker(text, paragraph, LongestQuotation);
        for (var at = start; at < paragraph.End; at++)
        {
            var next = text.AsSpan(at, paragraph.End - at).IndexOfAny(Marks);
            if (next < 0)
                break;
            at += next;
            quotes.Pass(at);
            if (!IsTerminator(text[at]))
                continue;
            var end = EndOfSentence(text, at, paragraph.End, out var closesQuotation);
            for (; at + 1 < end; at++)
                quotes.Pass(at + 1);
            if (quotes.IsInside || !Ends(text, start, end, paragraph.End, closesQuotation))
                continue;
            sentences.Add(new TextSpan(start, end));
            start = SkipSpace(text, end, paragraph.End);
            at = Math.Max(at, start - 1);
        }

        var last = TrimEnd(text, start, paragraph.End);
        if (last > start)
            sentences.Add(new TextSpan(start, last));
        return sentences;
    }

    private static bool IsTerminator(char c) => Terminators.Contains(c);

    private static bool IsSpacelessTerminator(char c) => c is '\u3002' or '\uFF01' or '\uFF1F';

    private static bool IsCloser(char c) => c is '"' or '\'' or '\u201D' or '\u2019' or '\u00BB' or ')' or ']' or '\u300D' or '\u300F' or '\u201C';

    // Past further terminators, then past closing quotes and brackets ("needed.”", "now?!)").
    private static int EndOfSentence(string text, int at, int limit, out bool closesQuotation)
    {
        var end = at + 1;
        while (end < limit && IsTerminator(text[end]))
            end++;
        closesQuotation = false;
        while (end < limit && IsCloser(text[end]) && !OpensNext(text, end, limit))
        {
            closesQuotation |= text[end] is not (')' or ']');
            end++;
        }

        return end;
    }

    // In 'done. "We' the mark after the space opens; a mark directly after the point closes unless a letter follows it.
    private static bool OpensNext(string text, int at, int limit) =>
        text[at] is '\u201C' && at + 1 < limit && char.IsLetterOrDigit(text[at + 1]);

    private static bool Ends(string text, int start, int end, int limit, bool closesQuotation)
    {
        if (end >= limit)
            return true;
        var point = end - 1;
        while (point > start && IsCloser(text[point]))
            point--;
        if (IsSpacelessTerminator(text[point]))
            return true;
        if (!char.IsWhiteSpace(text[end]))
            return false;
        var next = SkipSpace(text, end, limit);
        if (next >= limit)
            return true;
        if (!StartsSentence(text, next, limit))
            return false;
        if (closesQuotation && IsAttribution(text, next, limit))
            return false;
        return text[point] != '.' || !IsAbbreviation(text, start, point, next, limit);
    }

    private static bool StartsSentence(string text, int at, int limit)
    {
        while (at < limit && !char.IsLetterOrDigit(text[at]))
        {
            if (char.IsWhiteSpace(text[at]))
                return true;
            at++;
        }

        return at >= limit || !char.IsLower(text[at]);
    }

    // '"Are we ready?" Ms Marlowe asked.': up to three capitalised words and a verb of saying.
    private static bool IsAttribution(string text, int at, int limit)
    {
        for (var words = 0; words < 4 && at < limit; words++)
        {
            var word = WordAt(text, at, limit);
            if (word.Length == 0)
                return false;
            if (words > 0 && SayingVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word))
                return true;
            if (!char.IsUpper(word[0]))
                return false;
            at = SkipSpace(text, at + word.Length, limit);
            if (at < limit && text[at] == '.')
                at = SkipSpace(text, at + 1, limit);
        }

        return false;
    }

    private static bool IsAbbreviation(string text, int start, int point, int next, int limit)
    {
        // An ellipsis or a second mark is no abbreviation.
        if (point > start && IsTerminator(text[point - 1]))
            return false;
        var first = point;
        while (first > start && (char.IsLetterOrDigit(text[first - 1]) || (text[first - 1] == '.' && first - 1 > start)))
            first--;
        var length = point - first;
        if (length is 0 or > 12)
            return false;
        Span<char> word = stackalloc char[12];
        for (var at = 0; at < length; at++)
            word[at] = LetterFolding.FoldAccent(text[first + at]);
        word = word[..length];
        if (char.IsDigit(word[0]))
            return IsOrdinal(word, text, next, limit);
        if (length == 1)
            return char.IsUpper(text[first]) && word[0] != 'i';
        return Abbreviations.IsLeading(word) || (Abbreviations.IsTrailing(word) && !StartsWithGrammar(text, next, limit));
    }

    // "am 30. Oktober", "die 3. Runde": a day or a rank, in languages that write ordinals with a point.
    private static bool IsOrdinal(ReadOnlySpan<char> digits, string text, int next, int limit) =>
        digits.Length <= 2 && !digits.ContainsAnyExceptInRange('0', '9') && CalendarWords.Find(WordAt(text, next, limit)) > 0;

    // After "in the U.S." a capitalised grammatical word (The, But, In) opens the next sentence; a name does not.
    private static bool StartsWithGrammar(string text, int at, int limit)
    {
        while (at < limit && !char.IsLetterOrDigit(text[at]) && !char.IsWhiteSpace(text[at]))
            at++;
        var word = WordAt(text, at, limit);
        if (word.Length is 0 or > 12)
            return false;
        Span<char> lower = stackalloc char[word.Length];
        for (var i = 0; i < word.Length; i++)
            lower[i] = LetterFolding.FoldAccent(word[i]);
        return LanguageProfiles.Words.Contains(WordHash.Of(lower));
    }

    private static ReadOnlySpan<char> WordAt(string text, int at, int limit)
    {
        var end = at;
        while (end < limit && char.IsLetterOrDigit(text[end]))
            end++;
        return text.AsSpan(at, end - at);
    }

    private static int SkipSpace(string text, int at, int limit)
    {
        while (at < limit && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}

/// <summary>Words that end in a point without ending a sentence. Lower case, without the point.</summary>
internal static class Abbreviations
{
    /// <summary>Titles and the like, which always stand before what they belong to.</summary>
    private static readonly FrozenSet<string> Leading = Set(Lexicon.Text("abbreviations", "leading"));

    /// <summary>Words that may also close a sentence: then what follows decides.</summary>
    private static readonly FrozenSet<string> Trailing = Set(Lexicon.Text("abbreviations", "trailing"));

    public static bool IsLeading(ReadOnlySpan<char> lower) => Leading.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);

    /// <summary>In the table, or letters with points between them (U.S, i.e, S.C).</summary>
    public static bool IsTrailing(ReadOnlySpan<char> lower) =>
        Trailing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower) || IsPointedLetters(lower);

    private static bool IsPointedLetters(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var at = 0; at < word.Length; at++)
        {
            if (at % 2 == 0 ? !char.IsLetter(word[at]) : word[at] != '.')
                return false;
        }

        return true;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>
/// Follows a paragraph's quotation marks, so that a point inside a quotation is known. A mark that never closes, or closes too
/// far away, opens nothing: one stray mark must not swallow a paragraph.
/// </summary>
internal sealed class QuoteTracker(string text, TextSpan paragraph, int longest)
{
    private int _closesAt = -1;

    public bool IsInside { get; private set; }

    /// <summary>The marks that open a quotation.</summary>
    public const string Openers = "\"\u201C\u201E\u00AB\u300C\u300E";

    /// <summary>Moves to the character at <paramref name="at"/>. Positions come in order; those without a mark may be left out.</summary>
    public void Pass(int at)
    {
        if (at <= _closesAt)
        {
            IsInside = at < _closesAt;
            return;
        }

        IsInside = false;
        var closer = CloserOf(text[at]);
        if (closer == '\0')
            return;
        var from = at + 1;
        var window = text.AsSpan(from, Math.Min(longest, paragraph.End - from));
        var length = closer == '\u201C' ? window.IndexOfAny('\u201C', '\u201D') : window.IndexOf(closer);
        if (length < 0)
            return;
        _closesAt = from + length;
        IsInside = true;
    }

    private static char CloserOf(char opener) => opener switch
    {
        '"' => '"',
        '\u201C' => '\u201D',
        '\u201E' => '\u201C',
        '\u00AB' => '\u00BB',
        '\u300C' => '\u300D',
        '\u300E' => '\u300F',
        _ => '\0',
    };
}
