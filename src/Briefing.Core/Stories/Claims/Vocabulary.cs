using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>What is known of each printed word, found out once. Not for use by several threads.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, WordForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);

    public WordForm Of(string word)
    {
        if (_forms.TryGetValue(word, out var known))
            return known;

        var folded = WordFolding.Fold(word);
        // "US" is a country and "us" a pronoun: of the short names only capitals count.
        var isName = char.IsUpper(word[0]) && (folded.Length > 2 || char.IsUpper(word[^1]));
        var country = isName ? Countries.KeyOf(folded) : null;
        var kind = country is null && StopWords.Contains(folded) ? WordKind.Stop
            : country is null && LightWords.Contains(folded) ? WordKind.Light : WordKind.Content;
        var stem = country is not null ? CountryStem(country) : StemOf(LightWords.Digits(folded) ?? WordRoots.Of(folded));
        var form = new WordForm(folded, stem, kind, country) { MayMark = ForceReader.MayMark(folded), IsPersonal = IsPersonalPronoun(folded), IsConditional = IsCondition(folded) };
        _forms.Add(word, form);
        return form;
    }

    private static bool IsPersonalPronoun(string folded) => folded is "he" or "she" or "his" or "her" or "they" or "their" or "him" or "them";

    private static bool IsCondition(string folded) => folded is "if" or "unless" or "provided" or "pending" or "until";

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

/// <param name="Stem">A number that forms of one word share, as do the names of one state.</param>
/// <param name="Country">The key of the state it names; null for all other words.</param>
internal sealed record WordForm(string Folded, int Stem, WordKind Kind, string? Country)
{
    /// <summary>Whether it can change the force of a word near it (<see cref="ForceReader"/>).</summary>
    public bool MayMark { get; init; }

    /// <summary>"He", "her", "they".</summary>
    public bool IsPersonal { get; init; }

    /// <summary>"If", "unless".</summary>
    public bool IsConditional { get; init; }
}

internal enum WordKind
{
    /// <summary>Says what the statement is about.</summary>
    Content,

    /// <summary>Verbs of speaking and titles: real words that make no statement of their own.</summary>
    Light,

    /// <summary>Carries grammar only.</summary>
    Stop,
}
