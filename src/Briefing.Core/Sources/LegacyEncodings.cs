using System.Text;

namespace Briefing.Core.Sources;

/// <summary>
/// Guesses the one-byte or East Asian encoding of a text that is not UTF-8 and declares nothing: the one in which most letters
/// stand where a reader expects them.
/// </summary>
internal static class LegacyEncodings
{
    private const int MostSampled = 16_384;

    // A guess must beat windows-1252 by this share of the non-ASCII bytes to be taken for it.
    private const double Advantage = 0.15;

    public static readonly Encoding WindowsLatin = Of(1252);

    private static readonly (int CodePage, Func<string, double> Plausibility)[] Candidates =
    [
        (932, EastAsian), (936, EastAsian), (949, EastAsian), (950, EastAsian), (51932, EastAsian),
        (1251, text => Alphabet(text, '\u0400', '\u045F')), (20866, text => Alphabet(text, '\u0400', '\u045F')),
        (1253, text => Alphabet(text, '\u0384', '\u03CE')), (1255, text => Alphabet(text, '\u05D0', '\u05EA')),
        (1256, text => Alphabet(text, '\u0620', '\u064A')), (1250, CentralEuropean), (1254, Turkish),
    ];

    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, MostSampled)].ToArray();
        var best = WindowsLatin;
        var bestScore = Western(Decoded(best, sample)) + Advantage;
        foreach (var (codePage, plausibility) in Candidates)
        {
            var encoding = Of(codePage);
            var score = plausibility(Decoded(encoding, sample));
            if (score > bestScore)
                (best, bestScore) = (encoding, score);
        }

        return best;
    }

    private static Encoding Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;

    private static string Decoded(Encoding encoding, byte[] sample) => encoding.GetString(sample);

    // Accented letters stand among ASCII letters; quotes and dashes stand beside letters or spaces.
    private static double Western(string text) => Share(text, (before, c, after) =>
        c is >= '\u00C0' and <= '\u00FF' ? IsAscii(before) && IsAscii(after) && !(char.IsUpper(c) && char.IsLower(before))
        : c is (>= '\u2013' and <= '\u2026') or '\u20AC' or '\u00A0' or '\u00A9' or '\u00AB' or '\u00BB' or '\u00A3' or '\u00B0' or '\u00B7');

    private static double CentralEuropean(string text) => Share(text, (before, c, after) =>
        "ąćęłńóśźżáčďéěíňřšťúůýžäöüőűôľĺŕăâîșțşţđßĄĆĘŁŃÓŚŹŻÁČĎÉĚÍŇŘŠŤÚŮÝŽÄÖÜŐŰ–—‘’“”„…".Contains(c) && IsAscii(before) && IsAscii(after)
        && !(char.IsUpper(c) && char.IsLower(before)));

    private static double Turkish(string text) => Share(text, (before, c, after) =>
        "çğıöşüâîÇĞİÖŞÜ‘’“”–…".Contains(c) && IsAscii(before) && IsAscii(after) && !(char.IsUpper(c) && char.IsLower(before)));

    // Runs of small letters of one alphabet, capitals only at the start of a word.
    private static double Alphabet(string text, char first, char last) => Share(text, (before, c, after) =>
        c >= first && c <= last
            ? !(char.IsUpper(c) && char.IsLower(before)) && (char.IsLetter(before) || char.IsLetter(after) || c is '\u0438' or '\u0432')
            : c is (>= '\u2013' and <= '\u2026') or '\u00AB' or '\u00BB' or '\u2116' or '\u00A0');

    // The first level of each set holds the characters of everyday text; half-width kana and rare Han betray a wrong guess.
    private static double EastAsian(string text) => Share(text, (_, c, _) =>
        c is (>= '\u3000' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFF01' and <= '\uFF5E')
            or (>= '\u2010' and <= '\u2026')
        && !IsRare(c));

    private static bool IsRare(char c) => c is >= '\uFF61' and <= '\uFF9F' or '\uFFFD' or (>= '\uE000' and <= '\uF8FF');

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

    private static bool IsAscii(char c) => c < 0x80;
}
