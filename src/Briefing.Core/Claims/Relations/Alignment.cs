using Briefing.Core.Claims.Sentences;

namespace Briefing.Core.Claims.Relations;

/// <summary>For each word of one statement the word of another that answers it.</summary>
internal sealed class Alignment
{
    /// <summary>No word answers it.</summary>
    public const int None = -1;

    /// <summary>It is explained, but by no word of its own: a name's first name, a pronoun.</summary>
    public const int Elsewhere = -2;

    private readonly WordMatch[] _matches;
    private int _content;

    private Alignment(int words)
    {
        To = new int[words];
        Array.Fill(To, None);
        _matches = new WordMatch[words];
    }

    public int[] To { get; }

    /// <summary>Words with content that nothing answers.</summary>
    public List<int> Missing { get; } = [];

    /// <summary>Words that no word of their own answers: those missing, and repeated ones that the other has less often.</summary>
    public List<int> Loose { get; } = [];

    /// <summary>Figures and dates that the other lacks.</summary>
    public List<string> LostFacts { get; } = [];

    /// <summary>Of its words with content the part that is answered.</summary>
    public double Share => _content == 0 ? 0 : 1 - ((double)Missing.Count / _content);

    /// <summary>The words; figures and dates are compared as facts (<see cref="AddFacts"/>).</summary>
    /// <param name="allowsMissing">False: null as soon as a word with content is answered by none.</param>
    public static Alignment? OfWords(ComparableClause from, ComparableClause to, bool allowsMissing)
    {
        var (one, two) = (from.Analysis, to.Analysis);
        var alignment = new Alignment(one.Count);
        var taken = new bool[two.Count];
        alignment.AlignNames(from, to, one, two, taken);

        // The surest first, so that no word is taken by a worse match: equal words, then what the tables know.
        for (var at = 0; at < one.Count; at++)
        {
            if (alignment.IsOpen(one, at))
                alignment.Align(one, two, at, WordMatch.Same, taken, static (word, other) => ReferenceEquals(word, other) ? WordMatch.Same : WordMatch.None);
        }

        var open = false;
        for (var at = 0; at < one.Count; at++)
        {
            if (!alignment.IsOpen(one, at))
                continue;
            if (!allowsMissing && one.Tokens[at].Word.Operator == Operator.None && !HasAnswer(one.Tokens[at], two))
                return null;
            open = true;
        }

        for (var limit = WordMatch.Same; open && limit <= WordMatch.MoreGeneral; limit++)
        {
            for (var at = 0; at < one.Count; at++)
            {
                if (alignment.IsOpen(one, at))
                    alignment.Align(one, two, at, limit, taken, WordMatcher.Match);
            }
        }

        for (var at = 0; at < one.Count; at++)
        {
            if (alignment.IsOpen(one, at))
                alignment.Repeat(one, two, at);
        }

        for (var at = 0; at < one.Count; at++)
        {
            if (!one.IsContent(at))
                continue;
            alignment._content++;
            if (alignment.To[at] == None && !IsAnsweredByOperator(one, two, at, alignment))
            {
                if (!allowsMissing)
                    return null;
                alignment.Missing.Add(at);
                alignment.Loose.Add(at);
            }
        }

        return alignment;
    }

    /// <summary>Takes in what figures and dates the other lacks.</summary>
    public void AddFacts(FactDiff facts)
    {
        foreach (var figure in facts.LostFigures)
            LostFacts.Add(figure.Span.Of(facts.Poorer.Sentence.Text));
        foreach (var date in facts.LostDates)
            LostFacts.Add(date.Span.Of(facts.Poorer.Sentence.Text));
    }

    private bool IsOpen(StatementAnalysis one, int at) => To[at] == None && one.IsContent(at) && one.Tokens[at].Class != TokenClass.Name;

    private static bool HasAnswer(Token word, StatementAnalysis two)
    {
        foreach (var token in two.Tokens)
        {
            if (token.IsContent && WordMatcher.Match(word.Meaning, token.Meaning) <= WordMatch.MoreGeneral)
                return true;
        }

        return false;
    }

    public List<string> Unexplained(StatementAnalysis analysis) => [.. Missing.Select(at => analysis.Tokens[at].Word.Text), .. LostFacts];

    /// <summary>Words that were taken for one another.</summary>
    public IEnumerable<string> Substitutions(StatementAnalysis one, StatementAnalysis two)
    {
        for (var at = 0; at < To.Length; at++)
        {
            if (To[at] >= 0 && _matches[at] != WordMatch.Same)
                yield return $"{one.Tokens[at].Word.Text} = {two.Tokens[To[at]].Word.Text} ({_matches[at].ToString().ToLowerInvariant()})";
        }
    }

    private void AlignNames(ComparableClause from, ComparableClause to, StatementAnalysis one, StatementAnalysis two, bool[] taken)
    {
        foreach (var run in from.Names)
        {
            var isNamed = NameMatch.IsNamed(from, run, to) || IsMeant(from, run, to);
            foreach (var word in run.Words)
            {
                var at = FindName(from, word, to, two, taken);
                if (at >= 0)
                {
                    To[word] = at;
                    taken[at] = true;
                }
                else if (isNamed)
                {
                    To[word] = Elsewhere;
                }
            }
        }

        // Words of a name that are no part of a run (a state before an office).
        for (var at = 0; at < one.Count; at++)
        {
            if (To[at] == None && one.Tokens[at].Class == TokenClass.Name)
            {
                var found = FindName(from, at, to, two, taken);
                To[at] = found >= 0 ? found : one.Sentence.Stems[at] < 0 ? Elsewhere : None;
            }
        }
    }

    // "The wreck" behind a sentence about the Aurora is hers, if no other name stands where hers would.
    private static bool IsMeant(ComparableClause from, NameRun run, ComparableClause to) =>
        run.Words.Length <= 2 && to.IsNamedJustBefore(from.StemAt(run.Head)) && to.Names.TrueForAll(other => NameMatch.IsNamed(to, other, from));

    private static int FindName(ComparableClause from, int word, ComparableClause to, StatementAnalysis two, bool[] taken)
    {
        var stem = from.StemAt(word);
        var fallback = None;
        for (var at = 0; at < two.Count; at++)
        {
            if ((stem >= 0 && to.StemAt(at) == stem) || (two.Tokens[at].Class == TokenClass.Name && NameMatch.IsMisspelling(from.Sentence.Forms[word], to.Sentence.Forms[at])))
            {
                if (!taken[at])
                    return at;
                fallback = at;
            }
        }

        // "Europe" and "European", "adviser" and "advisor": words that WordNet knows.
        for (var at = 0; at < two.Count && fallback == None; at++)
        {
            if (!taken[at] && two.Tokens[at].IsContent && WordMatcher.Match(from.Analysis.Tokens[word].Word, two.Tokens[at].Word) is var match
                && (match == WordMatch.Derivation || (match <= WordMatch.Synonym && !WordMatcher.IsInstance(two.Tokens[at].Word))))
            {
                return at;
            }
        }

        return fallback;
    }

    private void Align(StatementAnalysis one, StatementAnalysis two, int at, WordMatch limit, bool[] taken, Func<LexicalWord, LexicalWord, WordMatch> match)
    {
        var best = None;
        var bestDistance = int.MaxValue;
        var expected = Expected(at);
        for (var to = 0; to < two.Count; to++)
        {
            var token = two.Tokens[to];
            if (!token.IsContent || taken[to] || token.Class == TokenClass.Name)
            {
                if (taken[to] || token.Class != TokenClass.Name || one.Tokens[at].Word.Text != token.Word.Text)
                    continue;
            }

            if (match(one.Tokens[at].Meaning, token.Meaning) != limit)
                continue;
            var distance = Math.Abs(to - expected) + (two.Attribution.Covers(to) ? 500 : 0);
            if (distance < bestDistance)
                (best, bestDistance) = (to, distance);
        }

        if (best < 0)
            return;
        To[at] = best;
        _matches[at] = limit;
        taken[best] = true;
    }

    // A word said twice may be answered by one that is said once.
    private void Repeat(StatementAnalysis one, StatementAnalysis two, int at)
    {
        for (var to = 0; to < two.Count; to++)
        {
            if (!two.Tokens[to].IsContent || WordMatcher.Match(one.Tokens[at].Meaning, two.Tokens[to].Meaning) > WordMatch.Synonym)
                continue;
            To[at] = Elsewhere;
            Loose.Add(at);
            return;
        }
    }

    // Where the other statement is expected to have it: behind what answers the word before.
    private int Expected(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (To[before] >= 0)
                return To[before] + (at - before);
        }

        return at;
    }

    // "Refused to pay" is answered by "did not pay": the operator is compared where it governs.
    private static bool IsAnsweredByOperator(StatementAnalysis one, StatementAnalysis two, int at, Alignment alignment)
    {
        var kind = one.Tokens[at].Word.Operator;
        if (kind == Operator.None)
            return false;
        foreach (var use in one.Operators)
        {
            if (use.At != at)
                continue;
            for (var governed = use.Scope.First; governed < use.Scope.End; governed++)
            {
                if (alignment.To[governed] < 0)
                    continue;
                var other = alignment.To[governed];
                return two.Operators.Exists(its => its.Kind == use.Kind && other >= its.Scope.First && other < its.Scope.End);
            }
        }

        return false;
    }
}
