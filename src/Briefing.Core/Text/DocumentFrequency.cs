using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// How common a word is in news, for texts too few to count in: the share of articles whose first two hundred words hold it.
/// </summary>
/// <remarks>
/// The bands are an editor's estimate, written from general knowledge of English news and good to a factor of two or so,
/// which is enough: a weight goes with the logarithm. A word in no band is taken for a name or a telling word.
/// </remarks>
public static class DocumentFrequency
{
    /// <summary>The share of a word that stands in no band.</summary>
    public const double OfUnknownWords = 0.002;

    private static readonly (double Share, string Words)[] Bands =
    [
        (0.30, Lexicon.Text("document-frequency", "0.30")),
        (0.12, Lexicon.Text("document-frequency", "0.12")),
        (0.05, Lexicon.Text("document-frequency", "0.05")),
        (0.02, Lexicon.Text("document-frequency", "0.02")),
        (0.03, Lexicon.Text("document-frequency", "0.03")),
    ];

    private static readonly FrozenDictionary<string, double> Shares = Table();

    private static readonly FrozenSet<string> Words =
        Bands.SelectMany(band => band.Words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(WordFolding.Fold)
            .Concat(["men", "women", "children", "people", "lives"])
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The share of articles that hold the word, above 0 and below 1.</summary>
    /// <param name="stem">The stem (see <see cref="EnglishStemmer"/>) of a folded word.</param>
    public static double Of(string stem) => Shares.GetValueOrDefault(stem, OfUnknownWords);

    /// <summary>The same of a word that is no stem: an engineer is no engine, though both have one stem.</summary>
    /// <param name="folded">Singular or plural.</param>
    public static double OfWord(string folded)
    {
        var stem = EnglishStemmer.Stem(folded);
        return Words.Contains(folded) || Words.Contains(Singular(folded)) ? Of(stem) : OfUnknownWords;
    }

    private static string Singular(string folded) =>
        folded.EndsWith("ies", StringComparison.Ordinal) ? folded[..^3] + "y"
        : folded.EndsWith("ches", StringComparison.Ordinal) || folded.EndsWith("sses", StringComparison.Ordinal) ? folded[..^2]
        : folded.EndsWith('s') ? folded[..^1]
        : folded;

    /// <summary>Every stem that stands in a band.</summary>
    public static IEnumerable<KeyValuePair<string, double>> All => Shares;

    // A word that stands in two bands counts in the more common one.
    private static FrozenDictionary<string, double> Table()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (share, words) in Bands)
        {
            foreach (var word in words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                shares.TryAdd(EnglishStemmer.Stem(WordFolding.Fold(word)), share);
        }

        return shares.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
