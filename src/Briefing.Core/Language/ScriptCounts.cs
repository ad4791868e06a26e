namespace Briefing.Core.Language;

/// <summary>How many letters of a text belong to which script.</summary>
internal readonly record struct ScriptCounts(
    int Letters, int Latin, int Cyrillic, int Greek, int Hebrew, int Arabic, int Devanagari, int Bengali, int Tamil, int Thai,
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
        if (Letters == 0)
            return null;
        // One kana in ten letters of East Asian text is enough for Japanese; Chinese has none.
        if (Kana + Han > Letters / 2)
            return Kana * 10 > Kana + Han ? "ja" : "zh";
        var half = Letters / 2;
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
    public bool IsSpaceless => Kana + Han + Thai > Letters / 2;
}
