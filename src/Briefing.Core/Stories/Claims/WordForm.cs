using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>A word as printed, and what it is for comparing. What few words are asked for is found out when it is.</summary>
internal sealed class WordForm
{
    private readonly Vocabulary _vocabulary;
    private int _stem = -1;
    private bool? _mayMark;

    public WordForm(Vocabulary vocabulary, string printed)
    {
        _vocabulary = vocabulary;
        Printed = printed;
        Folded = WordFolding.Fold(printed);
        // "US" is a country and "us" a pronoun: of the short names only capitals count.
        var isName = char.IsUpper(printed[0]) && (Folded.Length > 2 || char.IsUpper(printed[^1]));
        Country = isName ? Countries.KeyOf(Folded) : null;
        OpensCountry = isName && Countries.MayOpenName(Folded);
        Kind = Country is not null ? WordKind.Content
            : StopWords.Contains(Folded) ? WordKind.Stop
            : LightWords.Contains(Folded) ? WordKind.Light : WordKind.Content;
    }

    public string Printed { get; }

    public string Folded { get; }

    public WordKind Kind { get; }

    /// <summary>The key of the state it names; null for all other words.</summary>
    public string? Country { get; }

    /// <summary>Whether a state's name of two words may begin with it ("New" Zealand).</summary>
    public bool OpensCountry { get; }

    /// <summary>A number that forms of one word share, as do the names of one state and words of one meaning.</summary>
    public int Stem
    {
        get
        {
            if (_stem < 0)
                _stem = Country is { } key ? _vocabulary.CountryStem(key) : _vocabulary.StemOf(LightWords.Digits(Folded) ?? WordRoots.Of(Folded));
            return _stem;
        }
    }

    /// <summary>Whether it can change the force of a word near it (<see cref="ForceReader"/>).</summary>
    public bool MayMark => _mayMark ??= ForceReader.MayMark(Folded);

    /// <summary>"He", "her", "they".</summary>
    public bool IsPersonal => Folded is "he" or "she" or "his" or "her" or "they" or "their" or "him" or "them";

    /// <summary>"Denied", "denies".</summary>
    public bool IsDenying => Folded is "denied" or "denies" or "deny" or "denying" or "denial" or "denials" or "disputed" or "disputes";

    /// <summary>"If", "unless".</summary>
    public bool IsConditional => Folded is "if" or "unless" or "provided" or "pending" or "until";
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
