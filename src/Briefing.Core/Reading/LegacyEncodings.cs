using System.Text;

namespace Briefing.Core.Reading;

/// <summary>
/// Guesses the one-byte or East Asian encoding of a text that is not UTF-8 and declares nothing: the one in which most letters
/// stand where a reader expects them.
/// </summary>
internal static class LegacyEncodings
{
    private const int MaxSampled = 16_384;

    // What another encoding must be better by, as a share of the characters beyond ASCII, to be taken instead of windows-1252.
    private const double Advantage = 0.15;

    public static readonly Encoding WindowsLatin = Of(1252);

    private static readonly (int CodePage, Func<string, double> Plausibility)[] Alphabets =
    [
        (1251, text => Alphabet(text, '\u0400', '\u045F')), (20866, text => Alphabet(text, '\u0400', '\u045F')),
        (1253, text => Alphabet(text, '\u0384', '\u03CE')), (1255, text => Alphabet(text, '\u05D0', '\u05EA')),
        (1256, text => Alphabet(text, '\u0620', '\u064A')), (1250, CentralEuropean), (1254, Turkish),
    ];

    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, MaxSampled)].ToArray();
        var best = WindowsLatin;
        var bestScore = Western(best.GetString(sample)) + Advantage;
        foreach (var (codePage, plausibility) in Alphabets)
        {
            var encoding = Of(codePage);
            var score = plausibility(encoding.GetString(sample));
            if (score > bestScore)
                (best, bestScore) = (encoding, score);
        }

        return EastAsianEncodings.Guess(sample, Math.Min(bestScore, 0.97)) is { } codePageOfBetter ? Of(codePageOfBetter) : best;
    }

    private static Encoding Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    // Accented letters stand beside ASCII letters; quotes and dashes may stand anywhere.
    private static double Western(string text) => Share(text, (before, c, after) =>
        c is >= '\u00C0' and <= '\u00FF'
            ? IsAmongAscii(before, c, after)
            : c is (>= '\u2013' and <= '\u2026') or '\u20AC' or '\u00A0' or '\u00A9' or '\u00AB' or '\u00BB' or '\u00A3' or '\u00B0' or '\u00B7');

    private static double CentralEuropean(string text) => Share(text, (before, c, after) =>
        "ąćęłńóśźżáčďéěíňřšťúůýžäöüőűôľĺŕăâîșțşţđßĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ–—‘’“”„…".Contains(c) && IsAmongAscii(before, c, after));

    private static double Turkish(string text) => Share(text, (before, c, after) =>
        "çğıöşüâîÇĞİÖŞÜ‘’“”–…".Contains(c) && IsAmongAscii(before, c, after));

    private static bool IsAmongAscii(char before, char c, char after) =>
        (before < 0x80 || after < 0x80) && !(char.IsUpper(c) && char.IsLower(before));

    // Runs of small letters of one alphabet, capitals only at the start of a word.
    private static double Alphabet(string text, char first, char last) => Share(text, (before, c, after) =>
        c >= first && c <= last
            ? !(char.IsUpper(c) && char.IsLower(before)) && !char.IsAsciiLetter(before) && !char.IsAsciiLetter(after)
            : c is (>= '\u2013' and <= '\u2026') or '\u00AB' or '\u00BB' or '\u2116' or '\u00A0');

    private static double Share(string text, Func<char, char, char, bool> fits)
    {
        int foreign = 0, fitting = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] < 0x80)
                continue;
            foreign++;
            if (fits(at > 0 ? text[at - 1] : ' ', text[at], at + 1 < text.Length ? text[at + 1] : ' '))
                fitting++;
        }

        return foreign == 0 ? 0 : (double)fitting / foreign;
    }
}

/// <summary>Tells the two-byte encodings of Chinese, Japanese and Korean apart. Their byte ranges overlap; everyday characters do not.</summary>
internal static class EastAsianEncodings
{
    private const double Least = 0.95;

    // Japanese text holds kana throughout; Chinese and Korean have next to none.
    private const double MinKana = 0.1;

    // In GB 2312 everyday characters have lead bytes B0 to D7, by pronunciation, so a good part is above C8; Hangul ends at C8.
    private const double MinUpperLeads = 0.1;

    private static readonly (int CodePage, Func<byte[], Counts, double> Score)[] CandidateIndex =
    [
        (932, (_, counts) => counts.KanaShare >= MinKana ? counts.Fitting : 0),
        (51932, (_, counts) => counts.KanaShare >= MinKana ? counts.Fitting : 0),
        (949, (_, counts) => counts.HangulShare >= 0.8 ? counts.Fitting : 0),
        (936, (bytes, counts) => counts.HanShare >= 0.9 && LeadShare(bytes, 0xC9, 0xD7) >= MinUpperLeads && LeadShare(bytes, 0xA1, 0xD7) >= 0.9 ? counts.Fitting : 0),
        (950, (bytes, counts) => counts.HanShare >= 0.9 && LeadShare(bytes, 0xA1, 0xC6) >= 0.9 ? counts.Fitting - 0.01 : 0),
    ];

    /// <summary>The code page that fits best and better than <paramref name="rival"/>; null where none does.</summary>
    public static int? Guess(byte[] sample, double rival)
    {
        int? best = null;
        var bestScore = Math.Max(rival, Least);
        foreach (var (codePage, score) in CandidateIndex)
        {
            var text = CodePagesEncodingProvider.Instance.GetEncoding(codePage, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!
                .GetString(sample);
            var reached = score(sample, Counts.Of(text));
            if (reached > bestScore)
                (best, bestScore) = (codePage, reached);
        }

        return best;
    }

    private static double LeadShare(byte[] bytes, byte first, byte last)
    {
        int pairs = 0, inside = 0;
        for (var at = 0; at + 1 < bytes.Length; at++)
        {
            if (bytes[at] < 0x81)
                continue;
            pairs++;
            inside += bytes[at] >= first && bytes[at] <= last ? 1 : 0;
            at++;
        }

        return pairs == 0 ? 0 : (double)inside / pairs;
    }

    private readonly record struct Counts(int Foreign, int Kana, int Han, int Hangul, int Signs)
    {
        public double Fitting => Foreign == 0 ? 0 : (double)(Kana + Han + Hangul + Signs) / Foreign;

        public double KanaShare => LetterFolding == 0 ? 0 : (double)Kana / LetterFolding;

        public double HanShare => LetterFolding == 0 ? 0 : (double)Han / LetterFolding;

        public double HangulShare => LetterFolding == 0 ? 0 : (double)Hangul / LetterFolding;

        private int LetterFolding => Kana + Han + Hangul;

        public static Counts Of(string text)
        {
            int foreign = 0, kana = 0, han = 0, hangul = 0, signs = 0;
            foreach (var c in text)
            {
                foreign += c >= 0x80 ? 1 : 0;
                kana += c is >= '\u3041' and <= '\u30FF' ? 1 : 0;
                han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
                hangul += c is >= '\uAC00' and <= '\uD7A3' ? 1 : 0;
                signs += c is (>= '\u3000' and <= '\u3020') or (>= '\uFF01' and <= '\uFF5E') or (>= '\u2010' and <= '\u2026') or '\u00B7' ? 1 : 0;
            }

            return new Counts(foreign, kana, han, hangul, signs);
        }
    }
}
