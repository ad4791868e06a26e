using Briefing.Core.Claims.Sentences;

namespace Briefing.Core.Claims.Relations;

/// <summary>
/// Compares two statements word by word. They are one statement only where every difference between them is explained: a word by
/// the same word in another form, a synonym, a more general word or an acronym, and what only one of them has as a pure addition that
/// does not change what both share. Words of polarity, modality, order, number and role must agree.
/// </summary>
/// <remarks>Cost: the product of both lengths for short ones; of longer ones the first <see cref="MaxWords"/> words are compared, and they are never one.</remarks>
internal sealed class StatementComparison
{
    /// <summary>Sentences of more words are the same only word for word.</summary>
    public const int MaxWords = 120;

    // With this share of its content words in the other, a statement is about the same thing.
    private const double AboutTheSame = 0.5;
    private const double RelatedShare = 0.34;

    private const int MaxOtherWords = 2;

    // Two versions of one sentence.
    private const double VersionShare = 0.85;

    private readonly ComparableClause _first;
    private readonly ComparableClause _second;
    private readonly StatementAnalysis _one;
    private readonly StatementAnalysis _two;
    private readonly List<(string About, string Text, bool IsOpposite)> _conflicts = [];

    private StatementComparison(ComparableClause first, ComparableClause second)
    {
        (_first, _second) = (first, second);
        (_one, _two) = (first.Analysis, second.Analysis);
    }

    public static RelationFinding Compare(ComparableClause first, ComparableClause second)
    {
        if (first.Sentence.FoldedText == second.Sentence.FoldedText)
            return new RelationFinding(StatementRelation.Same, null, ["the same words"]);
        if (first.Sentence.Count > MaxWords || second.Sentence.Count > MaxWords)
            return new RelationFinding(StatementRelation.Other, null, [$"longer than {MaxWords} words"]);
        return new StatementComparison(first, second).Compare();
    }

    /// <summary>
    /// Whether the first may say what the second says in other words: nothing in the one stands against something in the other, and but
    /// for names, dates and figures, which the caller has compared, no more than <see cref="MaxOtherWords"/> words are unexplained.
    /// Enough where the reader is told of no second source by it.
    /// </summary>
    public static bool MaySayAll(ComparableClause fuller, ComparableClause poorer)
    {
        if (fuller.Sentence.Count > MaxWords || poorer.Sentence.Count > MaxWords)
            return false;
        var comparison = new StatementComparison(fuller, poorer);
        var back = comparison.FindConflicts().Back;
        return !comparison._conflicts.Exists(conflict => conflict.IsOpposite)
            && back.Missing.Count(at => comparison._two.Tokens[at].Class != TokenClass.Name) <= MaxOtherWords;
    }

    /// <summary>Whether the first says all that the second says and loses none of its facts. No explanation is put together, and what cannot be is found out soon.</summary>
    /// <returns>Same, Fuller, or null.</returns>
    public static StatementRelation? Entailing(ComparableClause fuller, ComparableClause poorer)
    {
        if (fuller.Sentence.FoldedText == poorer.Sentence.FoldedText)
            return StatementRelation.Same;
        if (fuller.Sentence.Count > MaxWords || poorer.Sentence.Count > MaxWords || Alignment.OfWords(poorer, fuller, allowsMissing: false) is not { } answered)
            return null;
        var facts = FactDiff.Of(poorer, fuller);
        if (!facts.IsNone)
            return null;

        var comparison = new StatementComparison(fuller, poorer);
        var (forward, back) = comparison.FindConflicts(answered, facts);
        if (comparison._conflicts.Count > 0 || back.Missing.Count + back.LostFacts.Count > 0 || !Array.Exists(comparison._two.Tokens, token => token.IsContent))
            return null;
        return forward.Missing.Count + forward.LostFacts.Count > 0 ? StatementRelation.Fuller : StatementRelation.Same;
    }

    private RelationFinding Compare()
    {
        var (forward, back) = FindConflicts();
        var explanation = new List<string>();
        explanation.AddRange(_conflicts.Select(conflict => conflict.Text).Distinct(StringComparer.Ordinal));
        var (missing, extra) = (forward.Unexplained(_one), back.Unexplained(_two));
        if (missing.Count > 0)
            explanation.Add("only the first has: " + string.Join(", ", missing));
        if (extra.Count > 0)
            explanation.Add("only the second has: " + string.Join(", ", extra));
        explanation.AddRange(forward.Substitutions(_one, _two));

        if (_conflicts.Count == 0 && Array.Exists(_one.Tokens, token => token.IsContent) && Array.Exists(_two.Tokens, token => token.IsContent))
        {
            if (missing.Count == 0 && extra.Count == 0)
                return new RelationFinding(StatementRelation.Same, null, explanation);
            if (extra.Count == 0)
                return new RelationFinding(StatementRelation.Fuller, null, explanation);
            if (missing.Count == 0)
                return new RelationFinding(StatementRelation.Poorer, null, explanation);
        }

        var share = Math.Min(forward.Share, back.Share);
        var most = Math.Max(forward.Share, back.Share);
        if (_conflicts.Find(conflict => conflict.IsOpposite) is { Text: not null } opposite && most >= AboutTheSame)
            return new RelationFinding(StatementRelation.Contradicts, opposite.About, explanation);
        return new RelationFinding(share >= RelatedShare || most >= AboutTheSame ? StatementRelation.Related : StatementRelation.Other, null, explanation);
    }

    private (Alignment Forward, Alignment Back) FindConflicts(Alignment? back = null, FactDiff? backFacts = null)
    {
        var forward = Alignment.OfWords(_first, _second, allowsMissing: true)!;
        back ??= Alignment.OfWords(_second, _first, allowsMissing: true)!;
        var facts = FactDiff.Of(_first, _second);
        backFacts ??= FactDiff.Of(_second, _first);
        forward.AddFacts(facts);
        back.AddFacts(backFacts);
        CompareOperators(_one, _two, forward);
        CompareOperators(_two, _one, back);
        CompareWordsInPlace(forward);
        CompareQuantitiesInPlace();
        // Of two versions of one sentence the parts are compared by place alone: there a rough parse errs more often than the texts do.
        if (forward.Share < VersionShare || back.Share < VersionShare)
        {
            CompareArguments(_one, _two, forward);
            CompareArguments(_two, _one, back);
        }

        CompareSpeakers();
        CompareFacts(facts, backFacts);
        if (forward.Share >= VersionShare && back.Share >= VersionShare)
            CompareOppositeWords();
        CompareRivals(forward, back);
        return (forward, back);
    }

    // What an operator of the one reaches must be reached by its like in the other.
    private void CompareOperators(StatementAnalysis one, StatementAnalysis two, Alignment forward)
    {
        foreach (var use in one.Operators)
        {
            var governed = FirstAligned(one, forward, use);
            if (governed < 0)
                continue;
            var other = forward.To[governed];
            var (mine, its) = (KindsAt(one, governed), KindsAt(two, other));
            if (Agree(mine, its))
                continue;
            var isOpposite = mine.Contains(Operator.Not) != its.Contains(Operator.Not) || mine.Contains(Operator.May) || its.Contains(Operator.May) || mine.Contains(Operator.Must) || its.Contains(Operator.Must);
            AddConflict(
                $"{one.Tokens[use.At].Word.Text} {one.Tokens[governed].Word.Text} / {two.Tokens[other].Word.Text}",
                $"\"{one.Tokens[use.At].Word.Text}\" governs \"{one.Tokens[governed].Word.Text}\" in one of them only",
                isOpposite);
        }
    }

    private static int FirstAligned(StatementAnalysis one, Alignment forward, OperatorUse use)
    {
        // An operator that the other has too, in whatever form, is compared where it governs; its own word may be matched as well.
        var passedVerb = false;
        for (var at = use.Scope.First; at < use.Scope.End; at++)
        {
            var token = one.Tokens[at];

            // Behind a verb of its own that the other lacks only what that verb is said to do counts: "had to leave their homes".
            if (passedVerb && (token.Class == TokenClass.Preposition || token.IsNominal))
                return -1;
            if (token.Class == TokenClass.Verb && forward.To[at] < 0 && token.Word.Operator == Operator.None)
                passedVerb = true;
            if (token.IsContent && forward.To[at] >= 0 && token.Class != TokenClass.Adverb && token.Word.Operator == Operator.None)
                return at;
        }

        return -1;
    }

    private static HashSet<Operator> KindsAt(StatementAnalysis analysis, int at)
    {
        var kinds = new HashSet<Operator>();
        foreach (var use in analysis.Operators)
        {
            if (at < use.Scope.First || at >= use.Scope.End)
                continue;

            // Two denials cancel out.
            if (use.Kind == Operator.Not && kinds.Remove(Operator.Not))
                continue;
            kinds.Add(use.Kind);
        }

        return kinds;
    }

    private static bool Agree(HashSet<Operator> one, HashSet<Operator> other) => one.SetEquals(other);

    // Of words that answer each other: what governs them, their role, and how many of them are meant.
    private void CompareWordsInPlace(Alignment forward)
    {
        for (var at = 0; at < _one.Count; at++)
        {
            var to = forward.To[at];
            if (to < 0 || _one.Attribution.Covers(at) || _two.Attribution.Covers(to))
                continue;
            var (mine, its) = (_one.Tokens[at], _two.Tokens[to]);
            CompareGovernors(mine, its);
            CompareQuantity(at, to);
            CompareParticle(at, to);
        }

        CompareRoles(forward);
    }

    private void CompareGovernors(Token mine, Token its)
    {
        if (mine.Governor != its.Governor
            && (GrammarWords.AreOpposite(mine.Governor, its.Governor) || GrammarWords.IsExclusive(mine.Governor) || GrammarWords.IsExclusive(its.Governor)))
        {
            AddConflict($"{mine.Governor ?? "-"} / {its.Governor ?? "-"} {its.Word.Text}", $"\"{mine.Governor} {mine.Word.Text}\" against \"{its.Governor} {its.Word.Text}\"", true);
        }
    }

    // Equal numbers and dates answer each other as far as prepositions go: "from 14.6 to 15.2".
    private void CompareQuantitiesInPlace()
    {
        for (var at = 0; at < _one.Count; at++)
        {
            var mine = _one.Tokens[at];
            if (mine.Class is not (TokenClass.Number or TokenClass.Date) || mine.Governor is null)
                continue;
            Token? answer = null;
            var count = 0;
            for (var to = 0; to < _two.Count; to++)
            {
                if (_two.Tokens[to].Class == mine.Class && _two.Tokens[to].Word.Text == mine.Word.Text)
                    (answer, count) = (_two.Tokens[to], count + 1);
            }

            if (count == 1 && answer is { Governor: not null } && Array.FindAll(_one.Tokens, token => token.Class == mine.Class && token.Word.Text == mine.Word.Text).Length == 1)
                CompareGovernors(mine, answer);
        }
    }

    private void CompareQuantity(int at, int to)
    {
        var (mine, its) = (Quantities.Of(_one, at), Quantities.Of(_two, to));
        if (mine == its || Quantities.Agree(mine, its))
            return;
        AddConflict($"{Quantities.Text(mine)} / {Quantities.Text(its)} {_two.Tokens[to].Word.Text}", $"\"{Quantities.Text(mine)}\" against \"{Quantities.Text(its)}\" at \"{_one.Tokens[at].Word.Text}\"", mine != Quantity.None && its != Quantity.None);
    }

    // "Turned up" and "turned down".
    private void CompareParticle(int at, int to)
    {
        var (mine, its) = (ParticleOf(_one, at), ParticleOf(_two, to));
        if (mine is not null && its is not null && mine != its && Particles.AreOpposite(mine, its))
            AddConflict($"{_one.Tokens[at].Word.Text} {mine} / {its}", $"\"{mine}\" against \"{its}\" behind \"{_one.Tokens[at].Word.Text}\"", true);
    }

    private static string? ParticleOf(StatementAnalysis analysis, int at) =>
        analysis.Tokens[at].Class == TokenClass.Verb && at + 1 < analysis.Count && Particles.Contains(analysis.Tokens[at + 1].Word.Text) ? analysis.Tokens[at + 1].Word.Text : null;

    private void CompareRoles(Alignment forward)
    {
        for (var at = 0; at < _one.Count; at++)
        {
            var to = forward.To[at];
            var mine = _one.Tokens[at];
            if (to < 0 || !mine.IsNominal || !_two.Tokens[to].IsNominal || _one.Attribution.Covers(at) || _two.Attribution.Covers(to))
                continue;
            var its = _two.Tokens[to];
            if (HaveChangedRoles(mine, its, forward))
            {
                AddConflict($"who {_one.Tokens[mine.Verb].Word.Text}: {mine.Word.Text}", $"\"{mine.Word.Text}\" has another part in \"{_one.Tokens[mine.Verb].Word.Text}\"", true);
                continue;
            }

            for (var other = at + 1; other < _one.Count; other++)
            {
                if (forward.To[other] < 0 || !_one.Tokens[other].IsNominal || _one.Attribution.Covers(other))
                    continue;
                var (second, answer) = (_one.Tokens[other], _two.Tokens[forward.To[other]]);
                if (answer.IsNominal && mine.Word != second.Word && mine.Class == second.Class && HaveSwapped(mine, its, second, answer))
                    AddConflict($"{mine.Word.Text} and {second.Word.Text} change places", $"\"{mine.Word.Text}\" and \"{second.Word.Text}\" have changed places", true);
            }
        }
    }

    private bool HaveChangedRoles(Token mine, Token its, Alignment forward) =>
        mine.Role is SentenceRole.Subject or SentenceRole.Object && its.Role is SentenceRole.Subject or SentenceRole.Object && mine.Role != its.Role
        && mine.Verb >= 0 && its.Verb >= 0 && forward.To[mine.Verb] == its.Verb && !IsSymmetric(mine.Verb) && !IsErgative(_one, mine, _two, its);

    // "Jakarta floods", "Jakarta is flooded": nobody is said to do it.
    private static bool IsErgative(StatementAnalysis one, Token mine, StatementAnalysis two, Token its)
    {
        var (passive, active, passiveOf, activeOf) = one.Tokens[mine.Verb].IsPassive ? (mine, its, one, two) : (its, mine, two, one);
        return passiveOf.Tokens[passive.Verb].IsPassive && !activeOf.Tokens[active.Verb].IsPassive
            && !Array.Exists(passiveOf.Tokens, token => token.Verb == passive.Verb && token.Role == SentenceRole.Subject)
            && !Array.Exists(activeOf.Tokens, token => token.Verb == active.Verb && token.Role == SentenceRole.Object);
    }

    // Who acts in the one must not stand elsewhere in the other while someone else acts there.
    private void CompareArguments(StatementAnalysis one, StatementAnalysis two, Alignment forward)
    {
        for (var at = 0; at < one.Count; at++)
        {
            var mine = one.Tokens[at];
            var to = forward.To[at];
            if (to < 0 || one.Attribution.Covers(at) || two.Attribution.Covers(to))
                continue;
            var its = two.Tokens[to];
            if (mine.Role is SentenceRole.Subject or SentenceRole.Object && mine.Verb >= 0 && forward.To[mine.Verb] is var verb and >= 0 && two.Tokens[verb].Class == TokenClass.Verb
                && !(one.Tokens[mine.Verb].Word.VerbBase is { } word && GrammarWords.IsSymmetric(word)))
            {
                var hasOther = Array.Exists(two.Tokens, token => token != its && token.Verb == verb && token.Role == mine.Role && token.At != to && !IsInPhrase(two, its, token));
                var hasIts = its.Verb == verb && its.Role == mine.Role;
                if (hasOther && !hasIts && its.IsNominal && its.Role is not SentenceRole.None)
                    AddConflict($"who {two.Tokens[verb].Word.Text}", $"\"{mine.Word.Text}\" has another part in \"{two.Tokens[verb].Word.Text}\"", false);
            }

            // "Was listed" and "was removed from the list".
            if (mine.Class == TokenClass.Verb && its.IsNominal && mine.Word != its.Word && (mine.Governor is null || mine.Governor != its.Governor) && !IsCarried(two, its))
                AddConflict($"{mine.Word.Text} / {its.Word.Text}", $"\"{mine.Word.Text}\" is not what the other says of \"{its.Word.Text}\"", false);
        }
    }

    private static bool IsInPhrase(StatementAnalysis two, Token its, Token head)
    {
        if (its.At > head.At)
            return false;
        for (var at = its.At; at < head.At; at++)
        {
            if (!two.Tokens[at].IsNominal && two.Tokens[at].Class is not (TokenClass.Adjective or TokenClass.Number))
                return false;
        }

        return true;
    }

    private static bool IsCarried(StatementAnalysis two, Token noun)
    {
        var head = noun;
        while (head.At + 1 < two.Count && two.Tokens[head.At + 1].IsNominal && !two.IsParted(head.At + 1))
            head = two.Tokens[head.At + 1];
        return head.Verb < 0 || two.Tokens[head.Verb].Word.VerbBase is not { } verb || GrammarWords.IsLight(verb);
    }

    private bool IsSymmetric(int verb) => _one.Tokens[verb].Word.VerbBase is { } word && GrammarWords.IsSymmetric(word);

    private bool HaveSwapped(Token mine, Token its, Token second, Token answer)
    {
        var (one, two) = (PlaceOf(mine), PlaceOf(second));
        var (first, last) = (PlaceOf(its), PlaceOf(answer));
        if (mine.Verb >= 0 && IsSymmetric(mine.Verb) && (one.Governor is null or "with" or "and") && (two.Governor is null or "with" or "and"))
            return false;
        return one != two && one == last && two == first && one != first;
    }

    private static (SentenceRole Role, string? Governor) PlaceOf(Token token) =>
        token.Role is SentenceRole.Subject or SentenceRole.Object ? (token.Role, null) : (SentenceRole.Other, token.Governor);

    private void CompareSpeakers()
    {
        var (mine, its) = (_one.Attribution, _two.Attribution);
        if (mine.IsNone || its.IsNone)
            return;
        var (first, second) = (Speakers(_one), Speakers(_two));
        if (first.Count == 0 || second.Count == 0)
            return;
        var shared = first.Exists(one => second.Exists(other => IsSameSpeaker(one, other)));
        var oneSays = first.TrueForAll(one => second.Exists(other => IsSameSpeaker(one, other)));
        var otherSays = second.TrueForAll(other => first.Exists(one => IsSameSpeaker(one, other)));
        if (shared && (oneSays || otherSays))
            return;
        var names = (first.Exists(token => token.Token.Class == TokenClass.Name), second.Exists(token => token.Token.Class == TokenClass.Name));
        if (names is (true, true) && first.Exists(one => one.Token.Class == TokenClass.Name && second.Exists(other => other.Token.Class == TokenClass.Name && IsSameSpeaker(one, other))))
            return;
        AddConflict("who says so", $"said by \"{Join(first)}\" and by \"{Join(second)}\"", true);
    }

    private static string Join(List<(StatementAnalysis Of, Token Token)> speakers) => string.Join(' ', speakers.Select(speaker => speaker.Token.Word.Text));

    private static List<(StatementAnalysis Of, Token Token)> Speakers(StatementAnalysis analysis)
    {
        var found = new List<(StatementAnalysis, Token)>();
        for (var at = analysis.Attribution.Speaker.First; at < analysis.Attribution.Speaker.End; at++)
        {
            var token = analysis.Tokens[at];
            if (token.Class is TokenClass.Name or TokenClass.Noun or TokenClass.Adjective or TokenClass.Verb)
                found.Add((analysis, token));
        }

        return found;
    }

    private static bool IsSameSpeaker((StatementAnalysis Of, Token Token) one, (StatementAnalysis Of, Token Token) other) =>
        one.Of.Sentence.Stems[one.Token.At] >= 0 && one.Of.Sentence.Stems[one.Token.At] == other.Of.Sentence.Stems[other.Token.At]
        || one.Token.Word.Text == other.Token.Word.Text
        || (one.Token.Class != TokenClass.Name && other.Token.Class != TokenClass.Name && WordMatcher.Match(one.Token.Word, other.Token.Word) <= WordMatch.Derivation)
        || (one.Token.Class == TokenClass.Name && other.Token.Class == TokenClass.Name && NameMatch.IsMisspelling(one.Of.Sentence.Forms[one.Token.At], other.Of.Sentence.Forms[other.Token.At]));

    private void CompareFacts(FactDiff comparison, FactDiff back)
    {
        foreach (var (mine, its) in comparison.FigureConflicts.Concat(back.FigureConflicts))
            AddConflict($"{Text(mine.Span, _first, _second)} / {Text(its.Span, _second, _first)}", "figures differ", true);
        foreach (var (mine, its) in comparison.DateConflicts.Concat(back.DateConflicts))
            AddConflict($"{Text(mine.Span, _first, _second)} / {Text(its.Span, _second, _first)}", "dates differ", true);
    }

    // "$250,000 and below" and "$250,000 and above": of two versions one has a word where the other has its opposite.
    private void CompareOppositeWords()
    {
        foreach (var mine in _one.Tokens)
        {
            if (mine.IsContent || Array.Exists(_two.Tokens, token => token.Word == mine.Word))
                continue;
            foreach (var its in _two.Tokens)
            {
                if (!its.IsContent && GrammarWords.AreOpposite(mine.Word.Text, its.Word.Text) && !Array.Exists(_one.Tokens, token => token.Word == its.Word))
                    AddConflict($"{mine.Word.Text} / {its.Word.Text}", $"\"{mine.Word.Text}\" against \"{its.Word.Text}\"", true);
            }
        }
    }

    private static string Text(Model.TextSpan span, ComparableClause clause, ComparableClause other) =>
        span.End <= clause.Sentence.Text.Length ? span.Of(clause.Sentence.Text) : span.Of(other.Sentence.Text);

    // Where all else agrees, two words left over in one place stand against each other.
    private void CompareRivals(Alignment forward, Alignment back)
    {
        foreach (var at in forward.Loose)
        {
            foreach (var other in back.Loose)
            {
                // A word that answers one mention of another may still stand where a second mention of it is replaced.
                if (!forward.Missing.Contains(at) && !back.Missing.Contains(other))
                    continue;
                var (mine, its) = (_one.Tokens[at], _two.Tokens[other]);
                var match = mine.Class == TokenClass.Name || its.Class == TokenClass.Name
                    ? mine.Class == its.Class ? WordMatch.Rival : WordMatch.None
                    : WordMatcher.Match(mine.Meaning, its.Meaning);
                if (match == WordMatch.Antonym || (match is WordMatch.Rival or WordMatch.None && mine.Class == its.Class && AreInOnePlace(forward, at, other)))
                    AddConflict($"{mine.Word.Text} / {its.Word.Text}", $"\"{mine.Word.Text}\" against \"{its.Word.Text}\"", true);
            }
        }
    }

    // Of a word that is said several times any mention may be the one that is replaced.
    private bool AreInOnePlace(Alignment forward, int at, int other)
    {
        foreach (var mine in _one.Tokens)
        {
            if (mine.Word != _one.Tokens[at].Word)
                continue;
            foreach (var its in _two.Tokens)
            {
                if (its.Word == _two.Tokens[other].Word && IsInOnePlace(forward, mine.At, its.At))
                    return true;
            }
        }

        return false;
    }

    // The nearest words with content to both sides answer each other.
    private bool IsInOnePlace(Alignment forward, int at, int other)
    {
        var (left, right) = (Neighbour(_one, at, -1), Neighbour(_one, at, 1));
        var (before, after) = (Neighbour(_two, other, -1), Neighbour(_two, other, 1));
        var sameLeft = left < 0 ? before < 0 : before >= 0 && forward.To[left] == before;
        var sameRight = right < 0 ? after < 0 : after >= 0 && forward.To[right] == after;
        return sameLeft && sameRight;
    }

    private static int Neighbour(StatementAnalysis analysis, int at, int step)
    {
        for (var next = at + step; next >= 0 && next < analysis.Count; next += step)
        {
            if (analysis.IsContent(next))
                return next;
        }

        return -1;
    }

    private void AddConflict(string about, string text, bool isOpposite) => _conflicts.Add((about, text, isOpposite));
}

/// <summary>Words behind a verb that turn its meaning: "up", "down".</summary>
internal static class Particles
{
    private static readonly (string One, string Other)[] Opposites = [("up", "down"), ("in", "out"), ("on", "off"), ("into", "out"), ("forward", "back"), ("ahead", "back")];

    public static bool Contains(string word) => Array.Exists(Opposites, pair => pair.One == word || pair.Other == word);

    public static bool AreOpposite(string one, string other) => Array.Exists(Opposites, pair => pair == (one, other) || pair == (other, one));
}

/// <summary>How many of a thing a noun phrase means.</summary>
internal enum Quantity
{
    None,
    All,
    Some,
    Many,
    Most,
    One,
    Another,
    Few,
    Half,
    More,
    Less,
    Only,
}

internal static class Quantities
{
    private const int Reach = 4;

    /// <summary>The quantifier before a word in its phrase.</summary>
    public static Quantity Of(StatementAnalysis analysis, int at)
    {
        if (analysis.Tokens[at].Class is not (TokenClass.Noun or TokenClass.Name or TokenClass.Adjective))
            return Quantity.None;
        for (var before = at - 1; before >= 0 && at - before <= Reach; before--)
        {
            var token = analysis.Tokens[before];
            if (Of(token.Word.Text) is var found and not Quantity.None)
                return found;
            if (analysis.IsParted(before + 1) || token.Class is TokenClass.Verb or TokenClass.Auxiliary or TokenClass.Conjunction or TokenClass.Modal
                || (token.Class == TokenClass.Preposition && token.Word.Text is not ("of" or "than")))
            {
                break;
            }
        }

        return Quantity.None;
    }

    public static bool Agree(Quantity one, Quantity other) => (one, other) switch
    {
        (Quantity.None, Quantity.Some) or (Quantity.Some, Quantity.None) => true,
        (Quantity.None, Quantity.All) or (Quantity.All, Quantity.None) => true,
        (Quantity.None, Quantity.More) or (Quantity.More, Quantity.None) => true,
        (Quantity.None, Quantity.Many) or (Quantity.Many, Quantity.None) => true,
        (Quantity.None, Quantity.One) or (Quantity.One, Quantity.None) => true,
        (Quantity.None, Quantity.Another) or (Quantity.Another, Quantity.None) => true,
        (Quantity.None, Quantity.Only) or (Quantity.Only, Quantity.None) => true,
        (Quantity.Some, Quantity.Many) or (Quantity.Many, Quantity.Some) => true,
        _ => false,
    };

    public static string Text(Quantity quantity) => quantity == Quantity.None ? "(no number)" : quantity.ToString().ToLowerInvariant();

    private static Quantity Of(string word) => word switch
    {
        "all" or "every" or "each" or "both" or "entire" or "whole" => Quantity.All,
        "some" or "several" => Quantity.Some,
        "most" => Quantity.Most,
        "many" or "much" => Quantity.Many,
        "few" or "little" => Quantity.Few,
        "half" => Quantity.Half,
        "one" => Quantity.One,
        "another" => Quantity.Another,
        "more" => Quantity.More,
        "less" or "fewer" => Quantity.Less,
        "only" or "solely" => Quantity.Only,
        _ => Quantity.None,
    };
}
