using System.Numerics;

namespace Briefing.Core.Language;

/// <summary>
/// Tells in which language a text is written: by its script, and within Latin, Cyrillic and Arabic script by grammatical words
/// and telling letters. Linear; long texts are judged by their first <see cref="MostRead"/> characters.
/// </summary>
public static class LanguageIdentifier
{
    private const int MostRead = 4_000;

    // A telling letter counts for less than a grammatical word: names travel with their letters.
    private const float LetterWeight = 0.25f;

    // With this much evidence against a guess of one word in six, half the confidence is left.
    private const double Damping = 1.2;

    // One letter is an initial as often as a word.
    private const float SingleLetterWeight = 0.3f;

    public static LanguageGuess Identify(ReadOnlySpan<char> text)
    {
        if (text.Length > MostRead)
            text = text[..MostRead];
        var scripts = ScriptCounts.Of(text);
        if (scripts.Language() is { } code)
            return new LanguageGuess(code, scripts.Letters >= 4 ? 0.95 : 0.5);
        var guess = ByWords(text);
        // Which Cyrillic or Arabic language it is may be open; that it is none in Latin letters is not.
        return scripts.Cyrillic + scripts.Arabic > scripts.Letters / 2 && guess.Code is not null
            ? guess with { Confidence = 0.6 + 0.4 * guess.Confidence }
            : guess;
    }

    private static LanguageGuess ByWords(ReadOnlySpan<char> text)
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
                hash = WordHash.Add(hash, c < 0x80 ? char.ToLowerInvariant(c) : Letters.FoldAccent(c));
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

    private static LanguageGuess Best(ReadOnlySpan<float> scores)
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
            return LanguageGuess.Unknown;
        var margin = scores[best] - scores[second];
        return new LanguageGuess(LanguageProfiles.Codes[best], margin / (margin + scores[second] * 0.5 + Damping));
    }
}
