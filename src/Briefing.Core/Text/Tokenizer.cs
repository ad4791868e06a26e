using Briefing.Core.Model;

namespace Briefing.Core.Text;

/// <summary>
/// Words of a text: runs of letters and digits, with apostrophes, and with points and commas inside figures ("1,500", "2.5").
/// A hyphen parts words ("year-old" is two).
/// </summary>
public static class Tokenizer
{
    /// <summary>The words in order, with their spans. Linear.</summary>
    public static List<Word> Words(string text)
    {
        var words = new List<Word>(text.Length / 5);
        for (var span = NextWord(text, 0); span.Length > 0; span = NextWord(text, span.End))
            words.Add(new Word(span, span.Of(text)));
        return words;
    }

    /// <summary>The first word at or after a place; an empty span when there is none.</summary>
    public static TextSpan NextWord(ReadOnlySpan<char> text, int from)
    {
        var start = from;
        while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            start++;
        return new TextSpan(start, start < text.Length ? EndOf(text, start) : start);
    }

    /// <summary>Where the word that begins at a letter or digit ends, exclusive.</summary>
    public static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var at = start + 1;
        while (at < text.Length && Continues(text, at))
            at++;
        return at;
    }

    private static bool Continues(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            return true;
        if (at + 1 >= text.Length)
            return false;
        return c switch
        {
            '\'' or '\u2019' => char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]),
            '.' or ',' => char.IsDigit(text[at - 1]) && char.IsDigit(text[at + 1]),
            _ => false,
        };
    }
}

/// <param name="Text">As printed.</param>
public readonly record struct Word(TextSpan Span, string Text)
{
    /// <summary>Lower case, without accents or possessive ending, British spelling folded onto American: equal words compare equal.</summary>
    public string Folded => WordFolding.Fold(Text);

    public bool IsNumber => char.IsDigit(Text[0]);

    public bool IsCapitalized => char.IsUpper(Text[0]);
}

/// <summary>A line's words in folded spelling, in one buffer. Apostrophes and hyphens stay inside words.</summary>
internal sealed class LineWords
{
    private readonly char[] _folded;
    private readonly List<Slice> _words;

    private string? _key;

    private LineWords(char[] folded, List<Slice> words, bool spaceless)
    {
        _folded = folded;
        _words = words;
        IsSpaceless = spaceless;
    }

    private readonly record struct Slice(int Start, int Length, ulong Hash);

    public int Count => _words.Count;

    /// <summary>The folded words joined by spaces: the same for lines that differ in case, accents and signs only.</summary>
    public string Key => _key ??= string.Join(' ', ToArray());

    /// <summary>Written without spaces between words.</summary>
    public bool IsSpaceless { get; }

    public ReadOnlySpan<char> this[int at] => _folded.AsSpan(_words[at].Start, _words[at].Length);

    /// <summary>The same for lines that have the same words, whatever their signs and case.</summary>
    public ulong KeyHash
    {
        get
        {
            var hash = WordHash.Start;
            foreach (var word in _words)
                hash = (hash ^ word.Hash) * 1099511628211UL;
            return WordHash.Finish(hash);
        }
    }

    /// <summary>The hash by which word tables know the word.</summary>
    public ulong HashOf(int at) => _words[at].Hash;

    /// <summary>Offset of the word in the line.</summary>
    public int StartOf(int at) => _words[at].Start;

    public int EndOf(int at) => _words[at].Start + _words[at].Length;

    public static LineWords Of(string line)
    {
        // One unit for one unit, so that offsets stay those of the line.
        var folded = new char[line.Length];
        var words = new List<Slice>(line.Length / 6 + 1);
        var start = -1;
        var hash = WordHash.Start;
        var wide = 0;
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            folded[at] = c < 0x80 ? char.ToLowerInvariant(c) : c is '\u2019' or '\u2018' ? '\'' : LetterFolding.FoldAccent(c);
            if (c >= '\u3040' && char.IsLetter(c))
                wide++;
            if (IsWordCharacter(line, at, c))
            {
                if (start < 0)
                    (start, hash) = (at, WordHash.Start);
                hash = WordHash.Add(hash, folded[at]);
            }
            else if (start >= 0)
            {
                words.Add(new Slice(start, at - start, WordHash.Finish(hash)));
                start = -1;
            }
        }

        if (start >= 0)
            words.Add(new Slice(start, line.Length - start, WordHash.Finish(hash)));
        return new LineWords(folded, words, wide * 2 > line.Length);
    }

    public bool Matches(int at, string[] phrase)
    {
        if (at + phrase.Length > Count)
            return false;
        for (var word = 1; word < phrase.Length; word++)
        {
            if (!this[at + word].SequenceEqual(phrase[word]))
                return false;
        }

        return true;
    }

    public bool HasAny(WordSet set)
    {
        foreach (var word in _words)
        {
            if (set.Contains(word.Hash))
                return true;
        }

        return false;
    }

    public string[] ToArray() => [.. Enumerable.Range(0, Count).Select(at => this[at].ToString())];

    private static bool IsWordCharacter(string line, int at, char c)
    {
        if (char.IsLetterOrDigit(c) || char.IsHighSurrogate(c) || char.IsLowSurrogate(c))
            return true;
        if (at == 0 || at + 1 >= line.Length || c is not ('\'' or '\u2019' or '-' or '+'))
            return false;
        return char.IsLetterOrDigit(line[at - 1]) && char.IsLetterOrDigit(line[at + 1]);
    }
}
