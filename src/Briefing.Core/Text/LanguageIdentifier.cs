using System.Numerics;

namespace Briefing.Core.Text;

/// <summary>
/// Tells in which language a text is written: by its script, and within Latin, Cyrillic and Arabic script by grammatical words
/// and telling letters. Linear; long texts are judged by their first <see cref="MaxRead"/> characters.
/// </summary>
public static class LanguageIdentifier
{
    private const int MaxRead = 4_000;

    // A telling letter counts for less than a grammatical word: names travel with their letters.
    private const float LetterWeight = 0.25f;

    // With this much evidence against a guess of one word in six, half the confidence is left.
    private const double Damping = 1.2;

    // One letter is an initial as often as a word.
    private const float SingleLetterWeight = 0.3f;

    public static IdentifiedLanguage Identify(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxRead)
            text = text[..MaxRead];
        var scripts = ScriptCounts.Of(text);
        if (scripts.Language() is { } code)
            return new IdentifiedLanguage(code, scripts.LetterFolding >= 4 ? 0.95 : 0.5);
        var guess = ByWords(text);
        // Which Cyrillic or Arabic language it is may be open; that it is none in Latin letters is not.
        return scripts.Cyrillic + scripts.Arabic > scripts.LetterFolding / 2 && guess.Code is not null
            ? guess with { Confidence = 0.6 + 0.4 * guess.Confidence }
            : guess;
    }

    private static IdentifiedLanguage ByWords(ReadOnlySpan<char> text)
    {
        Span<float> scores = stackalloc float[LanguageProfiles.Codes.Length];
        var hash = WordHash.Start;
        var length = 0;
        for (var at = 0; at <= text.Length; at++)
        {
            var c = at < text.Length ? text[at] : ' ';
            if (char.IsLetter(c))
            {
                if (c >= 0x80 && LanguageProfiles.Hints.TryGetValue(char.ToLowerInvariant(c), out var hinted))
                    Add(scores, hinted, LetterWeight);
                hash = WordHash.Add(hash, c < 0x80 ? char.ToLowerInvariant(c) : LetterFolding.FoldAccent(c));
                length++;
                continue;
            }

            if (length > 0 && LanguageProfiles.Words.TryGetValue(WordHash.Finish(hash), out var languages))
                Add(scores, languages, length == 1 ? SingleLetterWeight : 1f);
            (hash, length) = (WordHash.Start, 0);
        }

        return Best(scores);
    }

    private static void Add(Span<float> scores, uint languages, float weight)
    {
        var share = weight * LanguageProfiles.WeightOf(languages);
        for (; languages != 0; languages &= languages - 1)
            scores[BitOperations.TrailingZeroCount(languages)] += share;
    }

    private static IdentifiedLanguage Best(ReadOnlySpan<float> scores)
    {
        var best = 0;
        var second = -1;
        for (var at = 1; at < scores.Length; at++)
        {
            if (scores[at] > scores[best])
                (best, second) = (at, best);
            else if (second < 0 || scores[at] > scores[second])
                second = at;
        }

        if (scores[best] <= 0)
            return IdentifiedLanguage.Unknown;
        var margin = scores[best] - scores[second];
        return new IdentifiedLanguage(LanguageProfiles.Codes[best], margin / (margin + scores[second] * 0.5 + Damping));
    }
}

/// <param name="Code">ISO 639-1; null where the text gives no hold (too short, only names, an unknown language).</param>
/// <param name="Confidence">0 to 1: share of the evidence that speaks for the language, damped for short texts.</param>
public readonly record struct IdentifiedLanguage(string? Code, double Confidence)
{
    public static readonly IdentifiedLanguage Unknown = new(null, 0);
}

/// <summary>How many letters of a text belong to which script.</summary>
internal readonly record struct ScriptCounts(
    int LetterFolding, int Latin, int Cyrillic, int Greek, int Hebrew, int Arabic, int Devanagari, int Bengali, int Tamil, int Thai,
    int Hangul, int Kana, int Han)
{
    public static ScriptCounts Of(ReadOnlySpan<char> text)
    {
        int letters = 0, latin = 0, cyrillic = 0, greek = 0, hebrew = 0, arabic = 0, devanagari = 0, bengali = 0, tamil = 0;
        int thai = 0, hangul = 0, kana = 0, han = 0;
        foreach (var c in text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            switch (c)
            {
                case < '\u0250' or (>= '\u1E00' and <= '\u1EFF'): latin++; break;
                case >= '\u0370' and <= '\u03FF': greek++; break;
                case >= '\u0400' and <= '\u052F': cyrillic++; break;
                case >= '\u0590' and <= '\u05FF': hebrew++; break;
                case (>= '\u0600' and <= '\u077F') or (>= '\uFB50' and <= '\uFEFC'): arabic++; break;
                case >= '\u0900' and <= '\u097F': devanagari++; break;
                case >= '\u0980' and <= '\u09FF': bengali++; break;
                case >= '\u0B80' and <= '\u0BFF': tamil++; break;
                case >= '\u0E00' and <= '\u0E7F': thai++; break;
                case (>= '\uAC00' and <= '\uD7AF') or (>= '\u1100' and <= '\u11FF'): hangul++; break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u3400' and <= '\u9FFF': han++; break;
            }
        }

        return new ScriptCounts(letters, latin, cyrillic, greek, hebrew, arabic, devanagari, bengali, tamil, thai, hangul, kana, han);
    }

    /// <summary>The language that the script alone decides; null for Latin, Cyrillic, Arabic and mixed texts.</summary>
    public string? Language()
    {
        if (LetterFolding == 0)
            return null;
        // One kana in ten letters of East Asian text is enough for Japanese; Chinese has none.
        if (Kana + Han > LetterFolding / 2)
            return Kana * 10 > Kana + Han ? "ja" : "zh";
        var half = LetterFolding / 2;
        return Hangul > half ? "ko"
            : Greek > half ? "el"
            : Hebrew > half ? "he"
            : Devanagari > half ? "hi"
            : Bengali > half ? "bn"
            : Tamil > half ? "ta"
            : Thai > half ? "th"
            : null;
    }

    /// <summary>Scripts that write without spaces between words.</summary>
    public bool IsSpaceless => Kana + Han + Thai > LetterFolding / 2;
}
