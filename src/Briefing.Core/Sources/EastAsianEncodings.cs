using System.Text;

namespace Briefing.Core.Sources;

/// <summary>Tells the two-byte encodings of Chinese, Japanese and Korean apart. Their byte ranges overlap; everyday characters do not.</summary>
internal static class EastAsianEncodings
{
    private const double Least = 0.95;

    // Japanese text holds kana throughout; Chinese and Korean have next to none.
    private const double LeastKana = 0.1;

    // In GB 2312 everyday characters have lead bytes B0 to D7, by pronunciation, so a good part is above C8; Hangul ends at C8.
    private const double LeastUpperLeads = 0.1;

    private static readonly (int CodePage, Func<byte[], Counts, double> Score)[] Candidates =
    [
        (932, (_, counts) => counts.KanaShare >= LeastKana ? counts.Fitting : 0),
        (51932, (_, counts) => counts.KanaShare >= LeastKana ? counts.Fitting : 0),
        (949, (_, counts) => counts.HangulShare >= 0.8 ? counts.Fitting : 0),
        (936, (bytes, counts) => counts.HanShare >= 0.9 && LeadShare(bytes, 0xC9, 0xD7) >= LeastUpperLeads && LeadShare(bytes, 0xA1, 0xD7) >= 0.9 ? counts.Fitting : 0),
        (950, (bytes, counts) => counts.HanShare >= 0.9 && LeadShare(bytes, 0xA1, 0xC6) >= 0.9 ? counts.Fitting - 0.01 : 0),
    ];

    /// <summary>The code page that fits best and better than <paramref name="rival"/>; null where none does.</summary>
    public static int? Guess(byte[] sample, double rival)
    {
        int? best = null;
        var bestScore = Math.Max(rival, Least);
        foreach (var (codePage, score) in Candidates)
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

        public double KanaShare => Letters == 0 ? 0 : (double)Kana / Letters;

        public double HanShare => Letters == 0 ? 0 : (double)Han / Letters;

        public double HangulShare => Letters == 0 ? 0 : (double)Hangul / Letters;

        private int Letters => Kana + Han + Hangul;

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
