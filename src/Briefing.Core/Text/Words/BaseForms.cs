using System.Collections.Frozen;

namespace Briefing.Core.Text.Words;

/// <summary>
/// The base forms of inflected English words: WordNet's rules of detachment, and a table of irregular forms
/// (Text/Lexicon/irregular.txt). Source of the rules: morphy(7WN) of WordNet 3.1.
/// </summary>
internal static class BaseForms
{
    private static readonly FrozenDictionary<string, VerbForm[]> IrregularVerbs = Verbs();
    private static readonly FrozenDictionary<string, string> IrregularNouns = WordTables.Pairs(Lexicon.Text("irregular", "nouns"));
    private static readonly FrozenDictionary<string, string> IrregularAdjectives = WordTables.Pairs(Lexicon.Text("irregular", "adjectives"));

    private static readonly (string Ending, string Base)[] NounEndings =
        [("ies", "y"), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("oes", "o"), ("s", "")];

    private static readonly (string Ending, string Base, VerbForms Form)[] VerbEndings =
    [
        ("ies", "y", VerbForms.Present), ("es", "e", VerbForms.Present), ("es", "", VerbForms.Present), ("s", "", VerbForms.Present),
        ("ied", "y", VerbForms.Past | VerbForms.Participle), ("ed", "e", VerbForms.Past | VerbForms.Participle), ("ed", "", VerbForms.Past | VerbForms.Participle),
        ("ying", "ie", VerbForms.Gerund), ("ing", "e", VerbForms.Gerund), ("ing", "", VerbForms.Gerund),
    ];

    private static readonly (string Ending, string Base)[] AdjectiveEndings = [("ier", "y"), ("iest", "y"), ("er", "e"), ("er", ""), ("est", "e"), ("est", "")];

    /// <summary>The base forms that WordNet knows of a word as one of this class; the word itself first where it is one.</summary>
    /// <param name="word">Lower case, without possessive ending.</param>
    public static List<int> Of(WordNet net, string word, WordClass kind)
    {
        var found = new List<int>(2);
        Add(net, word, kind, found);
        switch (kind)
        {
            case WordClass.Noun:
                if (IrregularNouns.TryGetValue(word, out var singular))
                    Add(net, singular, kind, found);
                AddDetached(net, word, kind, NounEndings, found);
                break;
            case WordClass.Verb:
                foreach (var form in VerbFormsOf(word))
                    Add(net, form.Base, kind, found);
                break;
            case WordClass.Adjective:
                if (IrregularAdjectives.TryGetValue(word, out var positive))
                    Add(net, positive, kind, found);
                AddDetached(net, word, kind, AdjectiveEndings, found);
                break;
        }

        return found;
    }

    /// <summary>What forms of which verbs a word may be, by its ending and the table; also where there is no such verb.</summary>
    public static IEnumerable<VerbForm> VerbFormsOf(string word)
    {
        if (IrregularVerbs.TryGetValue(word, out var irregular))
        {
            foreach (var form in irregular)
                yield return form;
        }

        foreach (var (ending, replaced, form) in VerbEndings)
        {
            if (word.Length < ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = word[..^ending.Length];
            yield return new VerbForm(stem + replaced, form);

            // "Stopped", "planning".
            if (replaced.Length == 0 && ending is "ed" or "ing" && stem.Length > 2 && stem[^1] == stem[^2] && stem[^1] is not ('s' or 'e' or 'o'))
                yield return new VerbForm(stem[..^1], form);
        }
    }

    private static void AddDetached(WordNet net, string word, WordClass kind, (string Ending, string Base)[] endings, List<int> found)
    {
        foreach (var (ending, replaced) in endings)
        {
            if (word.Length < ending.Length + 2 || !word.EndsWith(ending, StringComparison.Ordinal))
                continue;
            var stem = word[..^ending.Length];
            Add(net, stem + replaced, kind, found);
            if (kind == WordClass.Adjective && replaced.Length == 0 && stem.Length > 2 && stem[^1] == stem[^2])
                Add(net, stem[..^1], kind, found);
        }
    }

    private static void Add(WordNet net, string word, WordClass kind, List<int> found)
    {
        var number = net.Find(word);
        if (number >= 0 && net.SensesOf(number, kind).Length > 0 && !found.Contains(number))
            found.Add(number);
    }

    private static FrozenDictionary<string, VerbForm[]> Verbs()
    {
        var forms = new Dictionary<string, List<VerbForm>>(StringComparer.Ordinal);
        foreach (var line in Lexicon.Lines("irregular", "verbs"))
        {
            var parts = line.Split(' ');
            foreach (var (at, form) in new[] { (1, VerbForms.Past), (2, VerbForms.Participle) })
            {
                foreach (var word in parts[at].Split('/'))
                {
                    if (!forms.TryGetValue(word, out var known))
                        forms.Add(word, known = []);
                    var same = known.FindIndex(other => other.Base == parts[0]);
                    if (same < 0)
                        known.Add(new VerbForm(parts[0], form));
                    else
                        known[same] = new VerbForm(parts[0], known[same].Form | form);
                }
            }
        }

        return forms.ToFrozenDictionary(entry => entry.Key, entry => entry.Value.ToArray(), StringComparer.Ordinal);
    }
}

/// <param name="Base">The infinitive.</param>
internal readonly record struct VerbForm(string Base, VerbForms Form);

/// <summary>What a verb's form can be.</summary>
[Flags]
internal enum VerbForms
{
    None = 0,
    Base = 1,
    Present = 2,
    Past = 4,
    Participle = 8,
    Gerund = 16,
}
