using System.Collections.Frozen;
using System.Globalization;

namespace Briefing.Core.Text.Numbers;

/// <summary>Reads the value of a number told in digits or words: "150 000", "2.5bn", "twenty-five million".</summary>
internal static class NumberReader
{
    private static readonly FrozenDictionary<string, decimal> Small = WordTables.Numbers(Lexicon.Text("numbers", "small"));

    private static readonly FrozenDictionary<string, decimal> Scales = WordTables.Numbers(Lexicon.Text("numbers", "scales"));

    // What is larger counts nothing: rows of a table, telephone numbers. Times the largest scale it is still a decimal.
    private const decimal Largest = 1_000_000_000_000_000m;

    public static bool IsSmall(string word) => Small.ContainsKey(word);

    public static bool IsScale(string word) => Scales.ContainsKey(word);

    /// <param name="at">The number's first word; then the word behind it.</param>
    /// <param name="step">What the last digit printed is worth.</param>
    /// <returns>Null where it is no number ("3rd"), or one too large to count anything.</returns>
    public static decimal? Read(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, ref int at, out decimal step)
    {
        decimal value;
        var isTooLarge = false;
        step = 1;
        if (words[at].IsNumber)
        {
            if (Digits(WithDecimalPoint(words[at].Text) ?? folded[at]) is not { } digits)
            {
                at++;
                return null;
            }

            value = digits;
            step = StepOf(words[at].Text);
            at++;
            for (var first = at - 1; IsThousands(text, words, first, at); at++)
            {
                isTooLarge |= value > Largest;
                value = (Math.Min(value, Largest) * 1000) + int.Parse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture);
            }
        }
        else
        {
            // "a hundred" is one of its scale, which follows below.
            value = Small.TryGetValue(folded[at], out var small) ? small : 1;
            at += Small.ContainsKey(folded[at]) ? 1 : 0;
            // "twenty-five"
            if (value is >= 20 and < 100 && at < words.Count && Small.TryGetValue(folded[at], out var ones) && ones < 10)
            {
                value += ones;
                at++;
            }
        }

        while (at < words.Count && Scales.TryGetValue(folded[at], out var scale) && FigureReader.IsJoined(text, words, at))
        {
            isTooLarge |= value > Largest;
            value = Math.Min(value, Largest) * scale;
            step = Math.Min(step, Largest) * scale;
            at++;
        }

        return isTooLarge ? null : value;
    }

    // A point's digits make it finer, a scale written onto it ("5bn") coarser.
    private static decimal StepOf(string printed)
    {
        var letters = printed.AsSpan().TrimStart("0123456789.,");
        var scale = letters.Length > 0 && Scales.TryGetValue(letters.ToString().ToLowerInvariant(), out var glued) ? glued : 1;
        var step = scale;
        for (var at = printed.IndexOf('.') + 1; at > 0 && at < printed.Length && char.IsAsciiDigit(printed[at]); at++)
            step /= 10;
        return step;
    }

    // "150 000": the thousands are parted by a space, as in much of Europe.
    private static bool IsThousands(string text, IReadOnlyList<Word> words, int first, int at) =>
        at < words.Count && words[at].Text.Length == 3 && words[at].Text.All(char.IsAsciiDigit)
        && words[first].Text is { Length: <= 3 } leading && leading[0] != '0' && leading.All(char.IsAsciiDigit)
        && FigureReader.StandsAlone(text, words[at].Span)
        && text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is " " or "\u00A0" or "\u202F" or "\u2009";

    // "1,2 million": behind a comma that parts thousands stand three digits.
    private static string? WithDecimalPoint(string printed) =>
        printed.IndexOf(',') is var comma and > 0 && printed.LastIndexOf(',') == comma && printed.Length - comma is 2 or 3
            && printed.All(c => char.IsAsciiDigit(c) || c == ',')
            ? printed.Replace(',', '.')
            : null;

    // "30", "2.5", "5bn", "40k"; "3rd" and "747s" are no quantities.
    private static decimal? Digits(string folded)
    {
        var end = 0;
        while (end < folded.Length && (char.IsDigit(folded[end]) || folded[end] == '.'))
            end++;
        if (!decimal.TryParse(folded.AsSpan(0, end), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value > Largest)
            return null;
        if (end == folded.Length || FigureUnits.IsGlued(folded.AsSpan(end)))
            return value;
        return Scales.TryGetValue(folded[end..], out var scale) ? value * scale : null;
    }
}

/// <summary>Quantities that are reported by other words than numbers: how often ("twice a year"),
/// in which place ("fourth-largest"), and by their place alone ("Ana Sole, 34, lives").</summary>
internal static class NumberWords
{
    private static readonly FrozenDictionary<string, decimal> Frequencies = WordTables.Numbers("once 1 twice 2 thrice 3");

    private static readonly FrozenDictionary<string, decimal> Ordinals = WordTables.Numbers(
        "second 2 third 3 fourth 4 fifth 5 sixth 6 seventh 7 eighth 8 ninth 9 tenth 10");

    private static readonly FrozenSet<string> Periods = WordTables.Set("day week month quarter year hour minute night season");

    /// <summary>The figure that begins at a word and the number of its words; null where none does.</summary>
    public static (decimal Value, FigureUnit Unit, int Words)? At(string text, IReadOnlyList<string> folded, IReadOnlyList<Word> words, int at)
    {
        if (at + 1 >= words.Count)
            return null;
        if (Ordinals.TryGetValue(folded[at], out var place) && IsSuperlative(folded[at + 1]) && FigureReader.IsJoined(text, words, at + 1))
            return (place, new FigureUnit(FigureUnit.Rank, []), 2);
        // "Once the ship had left" tells no number.
        if (Frequencies.TryGetValue(folded[at], out var times) && folded[at + 1] is "a" or "an" or "per" or "each" or "every"
            && at + 2 < words.Count && Periods.Contains(folded[at + 2]))
            return (times, new FigureUnit(null, [EnglishStemmer.Stem("times")]), 3);
        return AgeAt(text, words, at) is { } age ? (age, new FigureUnit(FigureUnit.Age, [EnglishStemmer.Stem(folded[at - 1])]), 1) : null;
    }

    // "Ana Sole, 34, lives in": a number between commas behind the person whose age it is.
    private static decimal? AgeAt(string text, IReadOnlyList<Word> words, int at)
    {
        const int Oldest = 115;
        if (at == 0 || !words[at].IsNumber || !char.IsLetter(words[at - 1].Text[0]) || words[at].Span.End >= text.Length || text[words[at].Span.End] != ',')
            return null;
        return text.AsSpan(words[at - 1].Span.End, words[at].Span.Start - words[at - 1].Span.End) is ", "
            && int.TryParse(words[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var age) && age is > 0 and <= Oldest
            ? age
            : null;
    }

    // "Largest", "most populous".
    private static bool IsSuperlative(string word) => word is "most" or "least" or "best" or "worst" || (word.Length > 5 && word.EndsWith("est", StringComparison.Ordinal));
}
