using Briefing.Core.Sources;

namespace Briefing.Core.Language;

/// <summary>A number or a word, as far as dates are concerned.</summary>
internal readonly record struct DateToken(int Start, int End, int Value, int Month, DateTokenKind Kind, bool IsCapitalized)
{
    private static readonly string[] OrdinalEndings = ["st", "nd", "rd", "th", "er", "o", "\u00BA"];
    private static readonly string[] Links = ["of", "de", "del", "di", "den"];

    public int Length => End - Start;

    public bool IsNumber => Kind == DateTokenKind.Number;

    public bool IsOrdinalEnding => Kind == DateTokenKind.OrdinalEnding;

    public bool IsLink => Kind == DateTokenKind.Link;

    public static List<DateToken> Tokenize(string text, TextSpan span)
    {
        var tokens = new List<DateToken>();
        var at = span.Start;
        while (at < span.End)
        {
            var start = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < span.End && char.IsAsciiDigit(text[at]))
                    at++;
                var value = at - start <= 8 ? int.Parse(text.AsSpan(start, at - start)) : -1;
                tokens.Add(new DateToken(start, at, value, 0, DateTokenKind.Number, false));
            }
            else if (char.IsLetter(text[at]) && !IsUnitSign(text[at]))
            {
                while (at < span.End && char.IsLetter(text[at]))
                    at++;
                tokens.Add(OfWord(text, start, at));
            }
            else
            {
                at++;
            }
        }

        return tokens;
    }

    private static DateToken OfWord(string text, int start, int end)
    {
        var word = text.AsSpan(start, end - start);
        var kind = Matches(word, OrdinalEndings) && start > 0 && char.IsAsciiDigit(text[start - 1]) ? DateTokenKind.OrdinalEnding
            : Matches(word, Links) ? DateTokenKind.Link
            : DateTokenKind.Word;
        return new DateToken(start, end, -1, MonthNames.Find(word), kind, char.IsUpper(word[0]));
    }

    private static bool Matches(ReadOnlySpan<char> word, string[] table)
    {
        foreach (var entry in table)
        {
            if (word.Equals(entry, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // The signs for year, month, day in Chinese, Japanese and Korean dates, and T in 2026-02-02T14:05, part figures.
    private static bool IsUnitSign(char c) =>
        c is '\u5E74' or '\u6708' or '\u65E5' or '\uB144' or '\uC6D4' or '\uC77C';
}

internal enum DateTokenKind
{
    Number,
    Word,
    OrdinalEnding,

    /// <summary>"of" and its like, between day and month.</summary>
    Link,
}
