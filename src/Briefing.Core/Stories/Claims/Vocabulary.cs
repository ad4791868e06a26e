namespace Briefing.Core.Stories.Claims;

/// <summary>What is known of each printed word, found out once. Not for use by several threads.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, WordForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> _byCharacters;
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);

    public Vocabulary() => _byCharacters = _forms.GetAlternateLookup<ReadOnlySpan<char>>();

    public WordForm Of(ReadOnlySpan<char> word)
    {
        if (_byCharacters.TryGetValue(word, out var known))
            return known;
        var printed = word.ToString();
        var form = new WordForm(this, printed);
        _forms.Add(printed, form);
        return form;
    }

    /// <summary>One number for every way of naming a state.</summary>
    public int CountryStem(string key) => StemOf("@" + key);

    /// <summary>A number for a stem; equal stems have equal numbers.</summary>
    public int StemOf(string stem)
    {
        if (!_stems.TryGetValue(stem, out var id))
            _stems.Add(stem, id = _stems.Count);
        return id;
    }
}
