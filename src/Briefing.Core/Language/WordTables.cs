using System.Collections.Frozen;
using System.Globalization;

namespace Briefing.Core.Language;

/// <summary>Reads word lists kept as text, which show more words a line than code does.</summary>
internal static class WordTables
{
    /// <summary>Words parted by blanks or line ends.</summary>
    public static FrozenSet<string> Set(string words) => Split(words).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Word and value by turns, parted by blanks or line ends.</summary>
    public static FrozenDictionary<string, string> Pairs(string words) =>
        Split(words).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    /// <summary>Word and number by turns.</summary>
    public static FrozenDictionary<string, decimal> Numbers(string words) =>
        Split(words).Chunk(2).ToFrozenDictionary(pair => pair[0], pair => decimal.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string[] Split(string words) =>
        words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
