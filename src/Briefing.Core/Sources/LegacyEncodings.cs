using System.Text;

namespace Briefing.Core.Sources;

/// <summary>
/// Guesses the one-byte or East Asian encoding of a text that is not UTF-8 and declares nothing: the one in which most letters
/// stand where a reader expects them.
/// </summary>
internal static class LegacyEncodings
{
    private const int MostSampled = 16_384;

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
        var sample = bytes[..Math.Min(bytes.Length, MostSampled)].ToArray();
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
