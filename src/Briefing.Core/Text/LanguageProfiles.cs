using System.Collections.Frozen;
using System.Numerics;

namespace Briefing.Core.Text;

/// <summary>
/// The commonest grammatical words of each language, in folded spelling, written by hand. A word that several languages
/// share counts for each of them by its share ("de" says little, "wird" says German).
/// </summary>
internal static class LanguageProfiles
{
    private static readonly (string Code, string Words)[] Profiles = [.. Lexicon.Sections("languages").Select(section => (section.Name, string.Join(' ', section.Lines)))];

    private static readonly string[] LetterHints =
    [
        "ß de", "ñ es", "¿ es", "¡ es", "ã pt", "õ pt", "ł pl", "ą pl", "ę pl", "ś pl", "ż pl", "ź pl", "ć pl hr", "ş tr", "ğ tr",
        "ı tr", "İ tr", "ø da no", "å sv da no", "æ da no", "ő hu", "ű hu", "ř cs", "ě cs", "ů cs", "ț ro", "ș ro", "ă ro vi",
        "đ hr vi", "ä de sv fi", "ö de sv fi hu tr", "ü de tr hu", "ê fr pt vi", "è fr it", "ù fr it", "ò it", "œ fr", "ы ru",
        "э ru", "ё ru", "і uk", "ї uk", "є uk", "ъ bg", "پ fa ur", "گ fa ur", "چ fa ur", "ٹ ur", "ے ur", "ں ur", "ہ ur",
    ];

    /// <summary>ISO 639-1 codes; a language's number is its place here.</summary>
    public static readonly string[] Codes = [.. Profiles.Select(profile => profile.Code)];

    /// <summary>Folded word → bits of the languages that use it.</summary>
    public static readonly WordTable<uint> Words = BuildWords();

    /// <summary>Letter → bits of the languages it hints at.</summary>
    public static readonly FrozenDictionary<char, uint> Hints = LetterHints
        .Select(hint => hint.Split(' '))
        .ToFrozenDictionary(parts => parts[0][0], parts => parts[1..].Aggregate(0u, (bits, code) => bits | BitOf(code)));

    /// <summary>What one use of the word says for each of its languages: 1 for a word of one language alone.</summary>
    public static float WeightOf(uint languages) => 1f / BitOperations.PopCount(languages);

    public static int IndexOf(string code) => Array.IndexOf(Codes, code);

    private static uint BitOf(string code) => 1u << IndexOf(code);

    private static WordTable<uint> BuildWords()
    {
        var words = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var language = 0; language < Profiles.Length; language++)
        {
            foreach (var word in Profiles[language].Words.Split(' ').Select(LetterFolding.Fold))
                words[word] = words.GetValueOrDefault(word) | (1u << language);
        }

        return new WordTable<uint>(words);
    }
}
