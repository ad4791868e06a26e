using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Lines;

/// <summary>
/// Words that pages of any publisher use for what is not the article, in several languages: general vocabulary, no site's own.
/// Folded spelling; phrases are parted by semicolons. Alone they decide little; <see cref="LineClassifier"/> weighs them with the line's form.
/// </summary>
internal static class PageVocabulary
{
    public static readonly PhraseTable Phrases = new([.. Lexicon.Sections("phrases").Select(section => (KindOf(section.Name), string.Join(' ', section.Lines)))]);

    private static PhraseKinds KindOf(string section) => Enum.Parse<PhraseKinds>(section.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);
}

/// <summary>The furniture phrases found in one line.</summary>
internal struct PhraseHits
{
    /// <summary>Every kind found anywhere in the line.</summary>
    public PhraseKinds Kinds;

    /// <summary>Kinds of the phrases that open the line.</summary>
    public PhraseKinds Opening;

    /// <summary>Words of the longest phrase that opens the line.</summary>
    public int OpeningWords;

    /// <summary>Phrases found, of all kinds.</summary>
    public int Count;

    /// <summary>Words inside phrases; overlapping phrases count once.</summary>
    public int CoveredWords;

    /// <summary>Phrases about consent.</summary>
    public int ConsentCount;

    private int _coveredTo;

    public void Add(PhraseKinds kind, int at, int words)
    {
        Count++;
        Kinds |= kind;
        if (kind == PhraseKinds.Consent)
            ConsentCount++;
        var end = at + words;
        CoveredWords += Math.Max(0, end - Math.Max(at, _coveredTo));
        _coveredTo = Math.Max(_coveredTo, end);
        if (at != 0 || words < OpeningWords)
            return;
        Opening = words > OpeningWords ? kind : Opening | kind;
        OpeningWords = words;
    }

    public readonly bool Has(PhraseKinds kinds) => (Kinds & kinds) != PhraseKinds.None;

    public readonly bool OpensWith(PhraseKinds kinds) => (Opening & kinds) != PhraseKinds.None;
}

/// <summary>What a word or phrase of page furniture speaks of. A line may speak of several things.</summary>
[Flags]
internal enum PhraseKinds
{
    None = 0,

    /// <summary>Announces other articles: "Related", "Read more", "Latest stories".</summary>
    Related = 1,
    Comments = 2,

    /// <summary>Social networks, printing, sending, following.</summary>
    Share = 4,

    /// <summary>Subscriptions, newsletters, apps, channels, advertisements.</summary>
    Promotion = 8,
    Consent = 16,

    /// <summary>Terms, contacts, imprint, careers: the foot of a site.</summary>
    SiteFoot = 32,

    /// <summary>"Photo:", "Image credit": what stands by a picture.</summary>
    Picture = 64,

    /// <summary>"Updated", "Published", "Posted".</summary>
    Stamp = 128,

    /// <summary>"3 min read", "2 hrs ago": counters and relative times.</summary>
    Counter = 256,

    /// <summary>Asks for the reader's opinion of the page.</summary>
    Feedback = 512,

    /// <summary>Speaks of the article as a thing on a page: "this article", "dieser Artikel".</summary>
    ThisText = 1024,

    /// <summary>Logging in and registering.</summary>
    Account = 2048,

    /// <summary>Calls on the reader to do something: "Sign up", "Download".</summary>
    Call = 4096,

    /// <summary>Leads to one other page from the middle of a text: "Read more", "Watch".</summary>
    ReadMore = 8192,
}

/// <summary>Phrases by their first word, so that one walk over a line finds all of them; those without spaces (CJK) by search.</summary>
internal sealed class PhraseTable
{
    private readonly WordTable<Phrase[]> _byFirstWord;
    private readonly (string Text, PhraseKinds Kind)[] _spaceless;

    public PhraseTable((PhraseKinds Kind, string Phrases)[] lists)
    {
        var phrases = lists
            .SelectMany(list => list.Phrases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(text => (Text: text, list.Kind)))
            .Distinct()
            .ToList();
        _spaceless = [.. phrases.Where(phrase => ScriptCounts.Of(phrase.Text).IsSpaceless)];
        _byFirstWord = new WordTable<Phrase[]>([.. phrases
            .Where(phrase => !ScriptCounts.Of(phrase.Text).IsSpaceless)
            .Select(phrase => new Phrase(LineWords.Of(phrase.Text).ToArray(), phrase.Kind))
            .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.OrderByDescending(phrase => phrase.Words.Length).ToArray()))]);
    }

    /// <summary>What the line's words speak of; <paramref name="words"/> are folded.</summary>
    public PhraseHits Find(LineWords words, string line)
    {
        var hits = new PhraseHits();
        for (var at = 0; at < words.Count; at++)
        {
            if (!_byFirstWord.TryGetValue(words.HashOf(at), out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (words.Matches(at, phrase.Words))
                    hits.Add(phrase.Kind, at, phrase.Words.Length);
            }
        }

        if (words.IsSpaceless)
            AddSpaceless(ref hits, line);
        return hits;
    }

    private void AddSpaceless(ref PhraseHits hits, string line)
    {
        foreach (var (text, kind) in _spaceless)
        {
            var at = line.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
                hits.Add(kind, at == 0 ? 0 : 1, line.Length <= text.Length + 4 ? 1 : 0);
        }
    }

    private sealed record Phrase(string[] Words, PhraseKinds Kind);
}
