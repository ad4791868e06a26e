using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Marks the lines that are written in another language than the edition's; short lines are marked only when they are plain.</summary>
internal static class LineLanguages
{
    private const int FewestWords = 4;

    // Confidence that a line of so many words is foreign; names and quotations travel between languages.
    private const double LongLine = 0.42;
    private const double ShortLine = 0.6;
    private const int LongLineWords = 12;

    // Grammatical words that the language does not have, and of each of its own so many of them.
    private const int FewestPlainWords = 8;
    private const int FewestForeign = 3;

    /// <returns>The language of the lines that stay.</returns>
    public static string Mark(List<PageLine> lines, string? editionLanguage)
    {
        var language = editionLanguage ?? Dominant(lines) ?? "und";
        foreach (var line in lines)
        {
            if (line.Measures.Words < FewestWords || line.Role is not (LineRole.Prose or LineRole.Bullet or LineRole.Heading or LineRole.Caption))
                continue;
            var guess = line.Language;
            line.IsForeign = guess.Code is not null && !AreAlike(guess.Code, language)
                && (guess.Confidence >= (line.Measures.Words >= LongLineWords ? LongLine : ShortLine) || IsPlainlyNot(language, line));
        }

        return language;
    }

    // Neighbouring languages share their small words, so that which it is stays in doubt; that it is not this one may be plain.
    private static bool IsPlainlyNot(string language, PageLine line)
    {
        if (line.Measures.Words < FewestPlainWords || LanguageProfiles.IndexOf(language) is not (>= 0 and var number))
            return false;
        var (own, others) = (0, 0);
        for (var at = 0; at < line.Words.Count; at++)
        {
            if (!LanguageProfiles.Words.TryGetValue(line.Words.HashOf(at), out var languages))
                continue;
            if ((languages & (1u << number)) != 0)
                own++;
            else
                others++;
        }

        return others >= FewestForeign && own * FewestForeign <= others;
    }

    private static string? Dominant(List<PageLine> lines)
    {
        var weights = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            if (line.Role is not (LineRole.Prose or LineRole.Bullet) || line.Language.Code is not { } code)
                continue;
            weights[code] = weights.GetValueOrDefault(code) + line.Measures.Words * line.Language.Confidence;
        }

        return weights.Count == 0 ? null : weights.MaxBy(pair => pair.Value).Key;
    }

    // Written Danish and Norwegian, or Croatian, Bosnian and Serbian, cannot be told apart by grammatical words.
    private static bool AreAlike(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal)
        || (one is "da" or "no" or "nb" && other is "da" or "no" or "nb")
        || (one is "id" or "ms" && other is "id" or "ms")
        || (one is "hr" or "sr" or "bs" && other is "hr" or "sr" or "bs");
}
