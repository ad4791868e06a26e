using System.Collections.Concurrent;
using Briefing.Core.Text;
using Briefing.Core.Text.Words;

namespace Briefing.Core.Claims.Relations;

/// <summary>A printed word in lower case and what is known of it outside any sentence. One object a word, shared by all threads.</summary>
internal sealed class LexicalWord
{
    // Known words are kept; a stream of made-up words must not fill the memory.
    private const int MaxKept = 200_000;

    private static readonly ConcurrentDictionary<string, LexicalWord> Known = new(StringComparer.Ordinal);

    private WordMeanings? _meanings;

    private LexicalWord(string text)
    {
        Text = text;
        var net = WordNet.Default;
        var forms = BaseForms.VerbFormsOf(text).ToArray();
        Bases = new int[4][];
        for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
            Bases[(int)kind] = [.. BaseForms.Of(net, text, kind)];
        if (Array.TrueForAll(Bases, bases => bases.Length == 0) && SpellingVariants.Fold(text) is var american && american != text)
        {
            for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
                Bases[(int)kind] = [.. BaseForms.Of(net, american, kind)];
        }

        foreach (var form in forms)
        {
            if (net.Find(form.Base) is var verb and >= 0 && Array.IndexOf(Bases[(int)WordClass.Verb], verb) >= 0)
            {
                VerbForms |= form.Form;
                VerbBase ??= form.Base;
            }
        }

        if (VerbBase is null && Is(WordClass.Verb))
            VerbBase = text;

        if (net.Find(text) is var self and >= 0 && net.SensesOf(self, WordClass.Verb).Length > 0)
            VerbForms |= VerbForms.Base;
        for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
            Frequencies[(int)kind] = FrequencyOf(net, kind);
        Root = Lemmas.RootOf(WordFolding.Fold(text));
        Grammar = GrammarWords.Of(text);
        var bases = new HashSet<string>(StringComparer.Ordinal) { text, SpellingVariants.Fold(text) };
        foreach (var form in forms)
            bases.Add(form.Base);
        if (text.EndsWith('s') && text.Length > 3)
            bases.Add(text[..^1]);
        BaseTexts = [.. bases];
        AllBases = [.. Bases.SelectMany(words => words).Order()];
        Operator = GrammarWords.OperatorOf(VerbBase is not null && VerbForms != VerbForms.None && GrammarWords.OperatorOf(text) == Operator.None ? VerbBase : text);
    }

    public string Text { get; }

    /// <summary>The word and the base forms it may be of, as text.</summary>
    public string[] BaseTexts { get; }

    /// <summary>WordNet's numbers of its base forms, by class.</summary>
    public int[][] Bases { get; }

    /// <summary>How often it is a word of each class, by WordNet's tagged texts.</summary>
    public int[] Frequencies { get; } = new int[4];

    public WordMeanings Meanings => _meanings ??= new WordMeanings(WordNet.Default, Bases);

    /// <summary>All of <see cref="Bases"/>, ascending.</summary>
    public int[] AllBases { get; }

    public VerbForms VerbForms { get; }

    /// <summary>The infinitive it most likely is a form of; null where it is no verb.</summary>
    public string? VerbBase { get; }

    /// <summary>Stem without endings of derivation (<see cref="Lemmas.RootOf"/>).</summary>
    public string Root { get; }

    public GrammarRole Grammar { get; }

    /// <summary>How it changes what the words that it governs say.</summary>
    public Operator Operator { get; }

    public bool Is(WordClass kind) => Bases[(int)kind].Length > 0;

    public static LexicalWord Of(string text)
    {
        if (Known.TryGetValue(text, out var known))
            return known;
        if (Known.Count > MaxKept)
            return new LexicalWord(text);
        return Known.GetOrAdd(text, static key => new LexicalWord(key));
    }

    private int FrequencyOf(WordNet net, WordClass kind)
    {
        var met = 0;
        foreach (var word in Bases[(int)kind])
            met += net.Frequency(word, kind);
        return met;
    }
}

/// <summary>
/// The meanings of a word and of what is near to it, as sorted numbers of WordNet's synsets, so that two words are compared by walking
/// through them. Of a word's senses the most frequent count: four for synonyms, two for all that is less close.
/// </summary>
internal sealed class WordMeanings
{
    // Swept 1 to 6 and 1 to 3 on one half of the contrasts.
    private const int Senses = 4;
    private const int CloseSenses = 2;

    public WordMeanings(WordNet net, int[][] bases)
    {
        var (own, close, derived, parents, general, roots) = (new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<int>(), new List<int>());
        for (var kind = WordClass.Noun; kind <= WordClass.Adverb; kind++)
        {
            foreach (var word in bases[(int)kind])
            {
                Add(net.SensesOf(word, kind), Senses, own);
                Add(net.SensesOf(word, kind), CloseSenses, close);
                foreach (var (other, its) in net.DerivationsOf(word, kind))
                {
                    roots.Add(other);
                    if (its != kind)
                        Add(net.SensesOf(other, its), CloseSenses, derived);
                }
            }
        }

        foreach (var synset in close)
        {
            foreach (var parent in net.MoreGeneral(synset))
            {
                parents.Add(parent);
                general.Add(parent);
                general.AddRange(net.MoreGeneral(parent));
            }

            general.AddRange(net.Entailed(synset));
        }

        (Own, Close, Derived, Parents, General, Roots) = (Sorted(own), Sorted(close), Sorted(derived), Sorted(parents), Sorted(general), Sorted(roots));
    }

    public int[] Own { get; }

    public int[] Close { get; }

    /// <summary>Of words of the same root and another class.</summary>
    public int[] Derived { get; }

    /// <summary>One step up.</summary>
    public int[] Parents { get; }

    /// <summary>One or two steps up, and what is entailed.</summary>
    public int[] General { get; }

    /// <summary>Words of the same root.</summary>
    public int[] Roots { get; }

    /// <summary>Whether two sorted lists have a number in common.</summary>
    public static bool Meet(int[] one, int[] other)
    {
        var (mine, its) = (0, 0);
        while (mine < one.Length && its < other.Length)
        {
            if (one[mine] == other[its])
                return true;
            if (one[mine] < other[its])
                mine++;
            else
                its++;
        }

        return false;
    }

    private static void Add(ReadOnlySpan<Sense> senses, int count, List<int> synsets)
    {
        for (var at = 0; at < senses.Length && at < count; at++)
            synsets.Add(senses[at].Synset);
    }

    private static int[] Sorted(List<int> numbers)
    {
        var sorted = numbers.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}

/// <summary>What function words do; none for words with content.</summary>
internal enum GrammarRole
{
    None,
    Determiner,
    Pronoun,
    Preposition,
    Conjunction,
    Auxiliary,
    Modal,
    To,
    Not,
}

/// <summary>How a word changes what the statement says of the words it governs.</summary>
internal enum Operator
{
    None,

    /// <summary>It is not so: "not", "without", "refused to".</summary>
    Not,

    /// <summary>It can be: "may", "possibly".</summary>
    May,

    /// <summary>It is owed: "must".</summary>
    Must,

    /// <summary>It is to come: "will", "plans to".</summary>
    Will,

    /// <summary>Someone wants or threatens it: "hopes to", "considers".</summary>
    Want,

    /// <summary>Someone asks another for it: "called for".</summary>
    Urge,

    /// <summary>Someone says or believes so: "allegedly".</summary>
    Doubt,

    /// <summary>Something must happen first: "if".</summary>
    If,

    /// <summary>It nearly is: "almost won".</summary>
    Nearly,

    /// <summary>It was or could have been, and is not: "former".</summary>
    Former,
}

/// <summary>The lists of Text/Lexicon/grammar.txt.</summary>
internal static class GrammarWords
{
    private static readonly Dictionary<string, GrammarRole> Roles = ReadRoles();
    private static readonly Dictionary<string, Operator> Operators = ReadOperators();
    private static readonly Dictionary<string, (int Pair, int Side)> Opposites = ReadOpposites();
    private static readonly HashSet<string> SayingVerbs = [.. Lexicon.Words("grammar", "saying")];
    private static readonly HashSet<string> ConnectiveWords = [.. Lexicon.Words("grammar", "connectives")];
    private static readonly HashSet<string> SymmetricVerbs = [.. Lexicon.Words("grammar", "symmetric")];
    private static readonly HashSet<string> TitleWords = [.. Lexicon.Words("grammar", "titles")];
    private static readonly HashSet<string> ExistentialVerbs = [.. Lexicon.Words("grammar", "existential")];
    private static readonly HashSet<string> PartyNouns = [.. Lexicon.Words("grammar", "both-parties")];
    private static readonly HashSet<string> PreventingVerbs = [.. Lexicon.Words("grammar", "operators-from")];
    private static readonly HashSet<string> Particles = [.. Lexicon.Words("grammar", "particles")];
    private static readonly HashSet<string> LightVerbs = [.. Lexicon.Words("grammar", "light")];
    private static readonly HashSet<string> Exclusive = [.. Lexicon.Words("grammar", "exclusive")];
    private static readonly List<(string[] Words, string Means)> Phrases = [.. Lexicon.Lines("grammar", "phrases").Select(line => line.Split(' ')).Select(words => (words[..^1], words[^1]))];
    private static readonly HashSet<string> RelativeWords = [.. Lexicon.Words("grammar", "relative")];

    public static GrammarRole Of(string word) => Roles.GetValueOrDefault(word);

    public static Operator OperatorOf(string word) => Operators.GetValueOrDefault(word);

    /// <summary>A verb that only tells whose words follow.</summary>
    public static bool IsSaying(string verb) => SayingVerbs.Contains(verb);

    public static bool IsConnective(string word) => ConnectiveWords.Contains(word);

    /// <summary>A verb whose parties may change places: "meet".</summary>
    public static bool IsSymmetric(string verb) => SymmetricVerbs.Contains(verb);

    public static bool IsTitle(string word) => TitleWords.Contains(word);

    public static bool IsRelative(string word) => RelativeWords.Contains(word);

    /// <summary>A verb that with a noun says what the noun's own verb says: "hold (a meeting)".</summary>
    public static bool IsLight(string verb) => LightVerbs.Contains(verb);

    /// <summary>A verb that says no more than "there is": "concern has arisen".</summary>
    public static bool IsExistential(string verb) => ExistentialVerbs.Contains(verb);

    /// <summary>A noun that behind "the two" or "both" is no more than "they".</summary>
    public static bool IsParty(string noun) => PartyNouns.Contains(noun);

    /// <summary>A verb that with "from" denies what follows: "barred from leaving".</summary>
    public static bool IsPreventing(string verb) => PreventingVerbs.Contains(verb);

    /// <summary>A word that may make another verb of the one before it: "turn (down)".</summary>
    public static bool IsParticle(string word) => Particles.Contains(word);

    /// <summary>A preposition that takes its noun out of what is said: "outside", "against".</summary>
    public static bool IsExclusive(string? preposition) => preposition is not null && Exclusive.Contains(preposition);

    /// <summary>The preposition that several words stand for together: "because of", "ahead of"; null where they do not.</summary>
    /// <param name="last">The last of them.</param>
    public static string? PhraseEndingAt(Token[] tokens, int last)
    {
        foreach (var (words, means) in Phrases)
        {
            if (last + 1 < words.Length || tokens[last].Word.Text != words[^1])
                continue;
            var first = last + 1 - words.Length;
            var same = true;
            for (var at = 0; at < words.Length && same; at++)
                same = tokens[first + at].Word.Text == words[at];
            if (same)
                return means;
        }

        return null;
    }

    /// <summary>Whether two prepositions or conjunctions say the opposite of each other: "before", "after".</summary>
    public static bool AreOpposite(string? one, string? other) =>
        one is not null && other is not null && Opposites.TryGetValue(one, out var mine) && Opposites.TryGetValue(other, out var its)
        && mine.Pair == its.Pair && mine.Side != its.Side;

    private static Dictionary<string, GrammarRole> ReadRoles()
    {
        var roles = new Dictionary<string, GrammarRole>(StringComparer.Ordinal) { ["to"] = GrammarRole.To, ["not"] = GrammarRole.Not, ["never"] = GrammarRole.Not };
        foreach (var (section, role) in new[]
        {
            ("auxiliaries", GrammarRole.Auxiliary), ("modals", GrammarRole.Modal), ("pronouns", GrammarRole.Pronoun), ("conjunctions", GrammarRole.Conjunction),
            ("determiners", GrammarRole.Determiner), ("prepositions", GrammarRole.Preposition), ("relative", GrammarRole.Conjunction),
        })
        {
            foreach (var word in Lexicon.Words("grammar", section))
                roles.TryAdd(word, role);
        }

        return roles;
    }

    private static Dictionary<string, Operator> ReadOperators()
    {
        var operators = new Dictionary<string, Operator>(StringComparer.Ordinal);
        foreach (var kind in Enum.GetValues<Operator>())
        {
            if (kind == Operator.None)
                continue;
            foreach (var word in Lexicon.Words("grammar", "operators-" + kind.ToString().ToLowerInvariant()))
                operators.TryAdd(word, kind);
        }

        return operators;
    }

    private static Dictionary<string, (int Pair, int Side)> ReadOpposites()
    {
        var opposites = new Dictionary<string, (int, int)>(StringComparer.Ordinal);
        var pair = 0;
        foreach (var line in Lexicon.Lines("grammar", "opposites"))
        {
            var side = 0;
            foreach (var words in line.Split(' '))
            {
                foreach (var word in words.Split('/'))
                    opposites.TryAdd(word, (pair, side));
                side++;
            }

            pair++;
        }

        return opposites;
    }
}
