namespace Briefing.Core.Language;

/// <summary>Words in folded spelling, looked up by hash.</summary>
internal sealed class WordSet(IEnumerable<string> words)
{
    private readonly WordTable<bool> _table = new([.. words.Distinct(StringComparer.Ordinal).Select(word => KeyValuePair.Create(word, true))]);

    /// <summary>The words of a text, parted by spaces or line feeds.</summary>
    public static WordSet Of(string text) =>
        new(text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    public bool Contains(ulong hash) => _table.Contains(hash);

    public bool Contains(ReadOnlySpan<char> folded) => _table.Contains(WordHash.Of(folded));
}
