using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using Briefing.Core.Text.Words;

namespace Briefing.Core.Claims.Relations;

/// <summary>
/// A sentence as its relation to another is found: its words with their classes, what governs each, in which role it stands to which
/// verb, and whose words the sentence gives. Rough: by rules over word classes, without a parser. Linear in the sentence's length.
/// </summary>
internal sealed class StatementAnalysis
{
    // A noun phrase is read back so far for what governs its last word.
    private const int PhraseReach = 8;

    // A particle stands so far behind its verb: "turned the union's last offer down".
    private const int ParticleReach = 5;

    private readonly string[] _lower;
    private readonly bool[] _isQuantity;

    public StatementAnalysis(Sentence sentence)
    {
        Sentence = sentence;
        _lower = Array.ConvertAll(sentence.Words.ToArray(), word => Lower(word.Text));
        _isQuantity = new bool[sentence.Count];
        foreach (var figure in sentence.Figures)
            MarkQuantity(figure.Span);
        foreach (var date in sentence.Dates)
            MarkQuantity(date.Span, all: true);
        Tokens = new Token[sentence.Count];
        ReadClasses();
        ReadExpressions();
        ReadClauses();
        Attribution = AttributionReader.Of(this);
        ReadVerbs();
        ReadGovernors();
        ReadRoles();
        Operators = ReadOperators();
    }

    public Sentence Sentence { get; }

    public Token[] Tokens { get; }

    /// <summary>Whose words it gives; empty where it does not say.</summary>
    public Attribution Attribution { get; }

    public List<OperatorUse> Operators { get; }

    public int Count => Tokens.Length;

    /// <summary>Whether the word is to be found again in a sentence that says the same: one with content, outside figures and dates, and not about who speaks.</summary>
    public bool IsContent(int at) => Tokens[at].IsContent && !Attribution.Covers(at);

    /// <summary>Whether a mark or a gap that ends a phrase stands before the word.</summary>
    public bool IsParted(int at)
    {
        if (at == 0)
            return true;
        foreach (var c in Sentence.TextBetween(at - 1, at))
        {
            if (c is ',' or ';' or ':' or '\u2014' or '\u2013' or '(' or ')' or '.' or '?' or '!' or '"' or '\u201C' or '\u201D')
                return true;
        }

        return false;
    }

    private static string Lower(string word)
    {
        var lower = word.ToLowerInvariant().Replace('\u2019', '\'');
        if (lower.EndsWith("'s", StringComparison.Ordinal))
            return lower[..^2];

        // "Havent": the apostrophe was lost.
        return lower.Length > 4 && lower.EndsWith("nt", StringComparison.Ordinal) && GrammarWords.Of($"{lower[..^1]}'t") is GrammarRole.Auxiliary or GrammarRole.Modal ? $"{lower[..^1]}'t" : lower;
    }

    private void MarkQuantity(TextSpan span, bool all = false)
    {
        for (var at = 0; at < _isQuantity.Length; at++)
        {
            // Of "60 armoured vehicles" only the number is a figure's own; what is counted is a word like others.
            if (span.Contains(Sentence.Words[at].Span) && (all || Sentence.Words[at].IsNumber || NumberWords.Contains(_lower[at])))
                _isQuantity[at] = true;
        }
    }

    private void ReadClasses()
    {
        for (var at = 0; at < Tokens.Length; at++)
        {
            var word = LexicalWord.Of(_lower[at]);
            Tokens[at] = new Token(at, word) { Class = ClassOf(at, word) };
            Tokens[at].IsContent = Tokens[at].Class is TokenClass.Name or TokenClass.Noun or TokenClass.Verb or TokenClass.Adjective or TokenClass.Adverb
                && !_isQuantity[at] && !GrammarWords.IsConnective(_lower[at]) && !IsEmpty(at, word);
        }
    }

    // Words that add nothing of their own: "(as) well (as)", "concern has arisen", "the two sides", "later this year".
    private bool IsEmpty(int at, LexicalWord word) =>
        (word.Text == "well" && at > 0 && _lower[at - 1] == "as")
        || (word.Text is "later" or "earlier" && at + 1 < _lower.Length && _isQuantity[at + 1])
        || (Tokens[at].Class == TokenClass.Verb && word.VerbBase is { } verb && GrammarWords.IsExistential(verb))
        || (at > 0 && GrammarWords.IsParty(word.Text) && _lower[at - 1] is "two" or "both");

    // "Turned down the offer", "turned the offer down": where the two words are known as an expression, that is what is meant.
    private void ReadExpressions()
    {
        for (var at = 0; at + 1 < Tokens.Length; at++)
        {
            if (Tokens[at].Class != TokenClass.Verb || Tokens[at].Word.VerbBase is not { } verb)
                continue;
            for (var next = at + 1; next < Tokens.Length && next <= at + ParticleReach && !IsParted(next); next++)
            {
                if (next > at + 1 && Tokens[next].Class is TokenClass.Verb or TokenClass.Conjunction)
                    break;
                if (!GrammarWords.IsParticle(_lower[next]) || (next > at + 1 && !IsEnd(next + 1)))
                    continue;
                var expression = $"{verb} {_lower[next]}";
                if (Thesaurus.Knows(expression) || (next == at + 1 && WordNet.Default.Find(expression) >= 0))
                    Tokens[at].Expression = LexicalWord.Of(expression);
                break;
            }
        }
    }

    private bool IsEnd(int at) => at >= Tokens.Length || IsParted(at) || Tokens[at].Class is TokenClass.Preposition or TokenClass.Conjunction or TokenClass.Date;

    private TokenClass ClassOf(int at, LexicalWord word)
    {
        if (Sentence.Words[at].IsNumber || (_isQuantity[at] && NumberWords.Contains(word.Text)))
            return TokenClass.Number;
        if (_isQuantity[at])
            return TokenClass.Date;
        if (Sentence.IsName[at] && !GrammarWords.IsTitle(word.Text))
            return TokenClass.Name;
        switch (word.Grammar)
        {
            case GrammarRole.Determiner:
                return TokenClass.Determiner;
            case GrammarRole.Pronoun:
                return TokenClass.Pronoun;
            case GrammarRole.Preposition:
                return word.Text == "like" && at > 0 && Tokens[at - 1].Class is TokenClass.Modal or TokenClass.To ? TokenClass.Verb : TokenClass.Preposition;
            case GrammarRole.Conjunction:
                return TokenClass.Conjunction;
            case GrammarRole.Auxiliary:
                return TokenClass.Auxiliary;
            case GrammarRole.Modal:
                return word.Text == "may" && Sentence.Words[at].IsCapitalized && at > 0 ? TokenClass.Date : TokenClass.Modal;
            case GrammarRole.To:
                return TokenClass.To;
            case GrammarRole.Not:
                return TokenClass.Not;
        }

        return OpenClass(at, word);
    }

    private TokenClass OpenClass(int at, LexicalWord word)
    {
        var before = PrecedingClass(at);
        var (noun, verb) = (word.Frequencies[(int)WordClass.Noun], word.Frequencies[(int)WordClass.Verb]);
        var (adjective, adverb) = (word.Frequencies[(int)WordClass.Adjective], word.Frequencies[(int)WordClass.Adverb]);
        var isFinite = (word.VerbForms & (VerbForms.Past | VerbForms.Present)) != VerbForms.None;
        if (adverb > 0 && (word.Text.EndsWith("ly", StringComparison.Ordinal) || adverb > Math.Max(noun, Math.Max(verb, adjective))))
            return TokenClass.Adverb;
        if (verb == 0 && word.VerbForms == VerbForms.None)
            return adjective > noun ? TokenClass.Adjective : TokenClass.Noun;
        switch (before)
        {
            case TokenClass.To or TokenClass.Modal or TokenClass.Not:
                return word.VerbForms.HasFlag(VerbForms.Base) || before != TokenClass.To ? TokenClass.Verb : noun > 0 ? TokenClass.Noun : TokenClass.Verb;
            case TokenClass.Auxiliary:
                return (word.VerbForms & (VerbForms.Participle | VerbForms.Gerund)) != VerbForms.None ? TokenClass.Verb
                    : word.VerbForms.HasFlag(VerbForms.Base) && IsDo(at) ? TokenClass.Verb
                    : adjective >= noun ? TokenClass.Adjective : TokenClass.Noun;
            case TokenClass.Determiner or TokenClass.Number or TokenClass.Adjective:
                if (adjective > 0 && IsOpenAhead(at) && adjective * 2 >= noun)
                    return TokenClass.Adjective;
                return noun > 0 ? TokenClass.Noun : isFinite || word.VerbForms.HasFlag(VerbForms.Gerund) ? TokenClass.Adjective : TokenClass.Noun;
            case TokenClass.Preposition:
                if (word.VerbForms.HasFlag(VerbForms.Gerund) && noun < verb)
                    return TokenClass.Verb;
                if (adjective > noun || (isFinite && noun == 0))
                    return TokenClass.Adjective;
                return noun > 0 ? TokenClass.Noun : TokenClass.Verb;
            case TokenClass.Pronoun:
                return TokenClass.Verb;
            case TokenClass.Noun or TokenClass.Name when !isFinite && noun > 0 && !IsPlural(at - 1):
                return TokenClass.Noun;
            case TokenClass.Noun or TokenClass.Name:
                // "Talks resume", "the minister resigned": a finite form behind a noun is its verb unless it is mostly a noun itself.
                if (isFinite && (noun == 0 || verb * 3 >= noun || IsPhraseAhead(at)))
                    return TokenClass.Verb;
                return noun >= verb ? TokenClass.Noun : TokenClass.Verb;
        }

        if (noun > 0 && IsVerbAhead(at))
            return TokenClass.Noun;
        if (word.VerbForms.HasFlag(VerbForms.Participle) && noun == 0)
            return TokenClass.Verb;
        if (adjective > Math.Max(noun, verb))
            return TokenClass.Adjective;
        return noun >= verb ? TokenClass.Noun : TokenClass.Verb;
    }

    // Adverbs between an auxiliary and its verb do not part them.
    private TokenClass PrecedingClass(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (Tokens[before].Class == TokenClass.Adverb)
                continue;
            return IsParted(before + 1) ? TokenClass.None : Tokens[before].Class;
        }

        return TokenClass.None;
    }

    private bool IsDo(int at)
    {
        for (var before = at - 1; before >= 0 && at - before < 4; before--)
        {
            if (Tokens[before].Class == TokenClass.Auxiliary)
                return _lower[before].StartsWith('d');
        }

        return false;
    }

    private bool IsOpenAhead(int at) =>
        at + 1 < _lower.Length && !IsParted(at + 1) && !_isQuantity[at + 1] && LexicalWord.Of(_lower[at + 1]) is { Grammar: GrammarRole.None } next
        && (next.Is(WordClass.Noun) || Sentence.IsName[at + 1] || next.Is(WordClass.Adjective));

    private bool IsPlural(int at) => _lower[at].EndsWith('s') && !_lower[at].EndsWith("ss", StringComparison.Ordinal);

    // A word that can only be a verb follows: what stands before it is its subject.
    private bool IsVerbAhead(int at) =>
        at + 1 < _lower.Length && !IsParted(at + 1) && LexicalWord.Of(_lower[at + 1]) is var next
        && (next.Grammar is GrammarRole.Auxiliary or GrammarRole.Modal
            || ((next.VerbForms & (VerbForms.Past | VerbForms.Present)) != VerbForms.None && next.Frequencies[(int)WordClass.Noun] == 0));

    // A noun phrase or a preposition follows: what stands before is a verb.
    private bool IsPhraseAhead(int at) =>
        at + 1 < _lower.Length && !IsParted(at + 1) && (_isQuantity[at + 1] || Sentence.IsName[at + 1]
            || LexicalWord.Of(_lower[at + 1]).Grammar is GrammarRole.Determiner or GrammarRole.Pronoun or GrammarRole.To);

    private void ReadClauses()
    {
        var clause = 0;
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (at > 0 && OpensClause(at))
                clause++;
            Tokens[at].Clause = clause;
        }
    }

    private bool OpensClause(int at)
    {
        var token = Tokens[at];
        if (at > 0 && Sentence.TextBetween(at - 1, at) is var gap && (gap.ContainsAny(";:\u2014") || gap.Contains(" - ", StringComparison.Ordinal) || gap.ContainsAny(",(\u2013")))
            return true;
        if (GrammarWords.IsRelative(token.Word.Text) && token.Class == TokenClass.Conjunction)
            return true;
        if (token.Class == TokenClass.Conjunction && token.Word.Text is not ("and" or "or" or "nor"))
            return true;
        if (token.Word.Text is "and" && at + 1 < Tokens.Length && Tokens[at + 1].Class is TokenClass.Verb or TokenClass.Auxiliary or TokenClass.Modal or TokenClass.Pronoun)
            return true;

        // "Before he left", "after the talks failed": a preposition with a verb before the next boundary.
        return token.Class == TokenClass.Preposition && token.Word.Text is "before" or "after" or "since" or "as" or "until" && HasFiniteVerbAhead(at);
    }

    private bool HasFiniteVerbAhead(int at)
    {
        for (var next = at + 1; next < Tokens.Length && next < at + PhraseReach && !IsParted(next); next++)
        {
            if (Tokens[next].Class is TokenClass.Auxiliary or TokenClass.Modal)
                return true;
            if (Tokens[next].Class is TokenClass.Preposition or TokenClass.Conjunction)
                return false;
            if (Tokens[next].Class == TokenClass.Verb)
                return next > at + 1;
        }

        return false;
    }

    private void ReadVerbs()
    {
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (Tokens[at].Class != TokenClass.Verb)
                continue;
            Tokens[at].IsPassive = IsPassive(at);
            Tokens[at].IsReduced = IsReduced(at);
        }
    }

    // "The currency used in China is …", "a tournament held to celebrate": a participle that is no clause's verb.
    private bool IsReduced(int at)
    {
        if ((Tokens[at].Word.VerbForms & VerbForms.Participle) == VerbForms.None || Tokens[at].IsPassive)
            return false;
        var before = at - 1;
        while (before >= 0 && Tokens[before].Class is TokenClass.Adverb or TokenClass.Not)
            before--;
        if (before < 0 || (Tokens[before].Class is not (TokenClass.Noun or TokenClass.Name) && !IsParted(at)))
            return false;
        for (var next = at + 1; next < Tokens.Length && !IsParted(next); next++)
        {
            if (Tokens[next].Class is TokenClass.Conjunction)
                break;
            if (Tokens[next].Class is TokenClass.Auxiliary or TokenClass.Modal && Tokens[next - 1].Class is not TokenClass.To)
                return true;
        }

        // "The Bermuda Triangle, also known as …": between commas, with nothing that it acts on.
        if (IsParted(before + 1) && at + 1 < Tokens.Length && (IsParted(at + 1) || Tokens[at + 1].Class is TokenClass.Preposition or TokenClass.To))
            return true;
        for (; before >= 0; before--)
        {
            if (Tokens[before].Class is TokenClass.Conjunction || IsParted(before + 1))
                return false;
            if (Tokens[before].Class is TokenClass.Auxiliary or TokenClass.Modal || (Tokens[before].Class == TokenClass.Verb && !Attribution.Covers(before)))
                return true;
        }

        return false;
    }

    private bool IsPassive(int at)
    {
        var forms = Tokens[at].Word.VerbForms;
        if ((forms & VerbForms.Participle) == VerbForms.None)
            return false;
        for (var before = at - 1; before >= 0 && at - before <= 4; before--)
        {
            if (Tokens[before].Class == TokenClass.Auxiliary)
                return _lower[before] is "is" or "are" or "was" or "were" or "be" or "been" or "being" or "am" or "isn't" or "aren't" or "wasn't" or "weren't";
            if (_lower[before] is "get" or "got" or "gets")
                return true;
            if (Tokens[before].Class is not (TokenClass.Adverb or TokenClass.Not))
                break;
        }

        // "A deal signed by both": a participle right behind a noun, with "by".
        return at + 1 < Tokens.Length && _lower[at + 1] == "by" && (at == 0 || Tokens[at - 1].Class is TokenClass.Noun or TokenClass.Name or TokenClass.Adverb || IsParted(at));
    }

    // What the last word of each noun phrase, and each verb, is governed by.
    private void ReadGovernors()
    {
        for (var at = 0; at < Tokens.Length; at++)
        {
            var token = Tokens[at];
            if (!token.IsNominal && token.Class is not (TokenClass.Verb or TokenClass.Adjective or TokenClass.Adverb or TokenClass.Number or TokenClass.Date))
                continue;
            for (var before = at - 1; before >= 0 && at - before <= PhraseReach; before--)
            {
                var other = Tokens[before];
                if (other.Class is TokenClass.Preposition or TokenClass.To || (other.Class == TokenClass.Conjunction && token.Class == TokenClass.Verb))
                {
                    token.Governor = GrammarWords.PhraseEndingAt(Tokens, before) ?? other.Word.Text;
                    token.GovernorAt = before;
                    break;
                }

                // "$250,000 and below", "down 5%": what stands between is part of the phrase.
                if (other.Word.Text is "than" or "of")
                    continue;
                if (other.Word.Text is "and" or "or" && before > 0 && !IsParted(before + 1) && (Tokens[before - 1].IsNominal || Tokens[before - 1].Class == TokenClass.Adjective))
                    continue;
                if (IsParted(before + 1) || other.Class is TokenClass.Verb or TokenClass.Auxiliary or TokenClass.Modal or TokenClass.Conjunction)
                    break;
                if (other.Class == TokenClass.Determiner || other.Class == TokenClass.Number || other.IsNominal || other.Class == TokenClass.Adjective)
                {
                    if (other.Class == TokenClass.Determiner || GrammarWords.IsTitle(other.Word.Text))
                        token.Determiner ??= other.Word.Text;
                }
            }
        }

        // "Before he left": the conjunction belongs to the clause's first verb.
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (at > 0 && Tokens[at].Clause == Tokens[at - 1].Clause)
                continue;
            if (Tokens[at].Class is not (TokenClass.Conjunction or TokenClass.Preposition))
                continue;
            for (var next = at + 1; next < Tokens.Length && Tokens[next].Clause == Tokens[at].Clause; next++)
            {
                if (Tokens[next].Class != TokenClass.Verb)
                    continue;
                Tokens[next].Governor = Tokens[at].Word.Text;
                break;
            }
        }
    }

    // Subject and object by order: what stands before its clause's verb is its subject, what follows without a preposition its object.
    private void ReadRoles()
    {
        for (var at = 0; at < Tokens.Length; at++)
        {
            var token = Tokens[at];
            if (!IsHead(at))
                continue;
            var governed = token.Governor is { } word && token.GovernorAt >= 0 && Tokens[token.GovernorAt].Class is TokenClass.Preposition or TokenClass.To ? word : null;
            if (governed is not null)
            {
                var verb = VerbBefore(token.GovernorAt);
                token.Verb = verb;
                token.Role = governed == "by" && verb >= 0 && Tokens[verb].IsPassive ? SentenceRole.Subject : SentenceRole.Other;
                continue;
            }

            var following = VerbAfter(at);
            var preceding = VerbBefore(at);
            if (preceding >= 0 && Tokens[preceding].Clause == token.Clause && (following < 0 || Tokens[following].Clause != token.Clause || !IsSubjectGap(at, following) || preceding > at - PhraseReach))
            {
                token.Verb = preceding;
                token.Role = Tokens[preceding].IsReduced ? SentenceRole.None : SentenceRole.Object;
            }
            else if (following >= 0)
            {
                token.Verb = following;
                token.Role = Tokens[following].IsReduced ? SentenceRole.None : Tokens[following].IsPassive ? SentenceRole.Object : SentenceRole.Subject;
            }
        }
    }

    // The last word of a noun phrase.
    private bool IsHead(int at) =>
        Tokens[at].IsNominal && (at + 1 >= Tokens.Length || !Tokens[at + 1].IsNominal || IsParted(at + 1) || Sentence.Words[at].Text.EndsWith("'s", StringComparison.Ordinal));

    private bool IsSubjectGap(int from, int verb)
    {
        for (var at = from + 1; at < verb; at++)
        {
            if (Tokens[at].Class is TokenClass.Conjunction)
                return false;
        }

        return true;
    }

    private int VerbBefore(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (Tokens[before].Class == TokenClass.Verb && !Attribution.Covers(before))
                return before;
            if (Tokens[before].Clause != Tokens[at].Clause && !GrammarWords.IsRelative(Tokens[before].Word.Text) && Tokens[before].Clause < Tokens[at].Clause - 1)
                return -1;
        }

        return -1;
    }

    private int VerbAfter(int at)
    {
        for (var next = at + 1; next < Tokens.Length; next++)
        {
            if (Tokens[next].Class == TokenClass.Verb && !Attribution.Covers(next))
                return next;
            if (Tokens[next].Clause > Tokens[at].Clause + 2)
                return -1;
        }

        return -1;
    }

    private List<OperatorUse> ReadOperators()
    {
        var uses = new List<OperatorUse>();
        for (var at = 0; at < Tokens.Length; at++)
        {
            if (Attribution.Covers(at) || Tokens[at].Class == TokenClass.Name)
                continue;
            if (OperatorAt(at) is var (kind, last) && kind != Operator.None)
                uses.Add(new OperatorUse(kind, at, ScopeOf(last)));
        }

        return uses;
    }

    private (Operator Kind, int Last) OperatorAt(int at)
    {
        var word = Tokens[at].Word;
        var next = at + 1 < Tokens.Length ? _lower[at + 1] : "";
        switch (word.Text)
        {
            case "going" or "due" or "set" or "about" when next == "to" && at > 0 && Tokens[at - 1].Class is TokenClass.Auxiliary or TokenClass.Adverb or TokenClass.Noun or TokenClass.Name:
                return (Operator.Will, at + 1);
            case "yet" when next == "to":
                return (Operator.Not, at + 1);
            case "longer" when at > 0 && _lower[at - 1] == "no":
                return (Operator.None, at);
            case "have" or "has" or "had" or "having" when next == "to":
                return (Operator.Must, at + 1);
            case "is" or "are" or "was" or "were" when next == "to":
                return (Operator.Will, at + 1);
            case "called" or "calls" or "calling" or "call" when next is "for" or "on":
                return (Operator.Urge, at + 1);
            case "ruled" or "rules" or "rule" or "ruling" when next == "out":
                return (Operator.Not, at + 1);
            case "consider" or "considers" or "considered" or "considering":
                return next is "whether" || (at + 1 < Tokens.Length && Tokens[at + 1].Word.VerbForms.HasFlag(VerbForms.Gerund)) ? (word.Operator, at) : (Operator.None, at);
            case "almost" or "nearly" or "virtually" or "practically":
                return at + 1 < Tokens.Length && Tokens[at + 1].Class is TokenClass.Verb ? (word.Operator, at) : (Operator.None, at);
            case "might" or "could" or "may":
                return Tokens[at].Class == TokenClass.Modal ? (Operator.May, at) : (Operator.None, at);
            case "order" or "request" or "claim" or "offer" or "plan" or "demand" or "stop" or "block" or "bar" or "fail" or "claims" or "hope" or "need" or "test" or "orders" or "plans":
                return Tokens[at].Class == TokenClass.Verb || next == "to" ? (word.Operator, at) : (Operator.None, at);
        }

        if (Tokens[at].Class == TokenClass.Verb && word.VerbBase is { } verb && GrammarWords.IsPreventing(verb) && IsFromAhead(at) is var from and > 0)
            return (Operator.Not, from);
        if (word.Text.EndsWith("n't", StringComparison.Ordinal))
            return (Operator.Not, at);
        if (word.Text.EndsWith("'ll", StringComparison.Ordinal))
            return (Operator.Will, at);
        return (word.Operator, at);
    }

    private int IsFromAhead(int at)
    {
        for (var next = at + 1; next < Tokens.Length && next <= at + PhraseReach && !IsParted(next); next++)
        {
            if (_lower[next] == "from")
                return next + 1 < Tokens.Length && Tokens[next + 1].Word.VerbForms.HasFlag(VerbForms.Gerund) ? next : 0;
        }

        return 0;
    }

    // The words that an operator reaches, in order: to the end of its clause; of an adjective or determiner, its phrase first.
    private (int First, int End) ScopeOf(int at)
    {
        var end = at + 1;
        while (end < Tokens.Length && Tokens[end].Clause == Tokens[at].Clause)
            end++;

        // "Deny that …", "fear … will": the clause that a verb opens belongs to it.
        if (end < Tokens.Length && end - at <= 2 && Tokens[end].Word.Text is "that" or "whether" && !IsParted(end))
        {
            var clause = Tokens[end].Clause;
            while (end < Tokens.Length && Tokens[end].Clause == clause)
                end++;
        }

        return (at + 1, end);
    }
}

/// <summary>A word of a sentence under analysis.</summary>
internal sealed class Token(int at, LexicalWord word)
{
    public int At { get; } = at;

    public LexicalWord Word { get; } = word;

    /// <summary>The expression that the verb makes with a particle behind it; null where it makes none.</summary>
    public LexicalWord? Expression { get; set; }

    /// <summary>What it is compared by.</summary>
    public LexicalWord Meaning => Expression ?? Word;

    public TokenClass Class { get; set; }

    public bool IsContent { get; set; }

    /// <summary>The number of its clause, in order.</summary>
    public int Clause { get; set; }

    /// <summary>The preposition or conjunction that governs it; null where none does.</summary>
    public string? Governor { get; set; }

    public int GovernorAt { get; set; } = -1;

    public string? Determiner { get; set; }

    /// <summary>Of the last word of a noun phrase: the verb it belongs to; −1 where there is none.</summary>
    public int Verb { get; set; } = -1;

    public SentenceRole Role { get; set; }

    public bool IsPassive { get; set; }

    /// <summary>A participle that describes a noun: who does what is not read from the order.</summary>
    public bool IsReduced { get; set; }

    public bool IsNominal => Class is TokenClass.Noun or TokenClass.Name;
}

internal enum TokenClass
{
    None,
    Name,
    Noun,
    Verb,
    Adjective,
    Adverb,
    Number,
    Date,
    Determiner,
    Pronoun,
    Preposition,
    Conjunction,
    Auxiliary,
    Modal,
    To,
    Not,
}

/// <summary>What part a noun phrase has in what its verb says.</summary>
internal enum SentenceRole
{
    None,

    /// <summary>Who acts.</summary>
    Subject,

    /// <summary>To whom it is done.</summary>
    Object,

    /// <summary>Behind a preposition.</summary>
    Other,
}

/// <param name="At">The word that is the operator.</param>
/// <param name="Scope">The words that it reaches, end exclusive.</param>
internal readonly record struct OperatorUse(Operator Kind, int At, (int First, int End) Scope);

/// <summary>Small numbers in words.</summary>
internal static class NumberWords
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
        "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "million", "billion", "trillion", "dozen",
        "percent", "per", "cent", "crore", "lakh", "bn", "mn", "m",
    };

    public static bool Contains(string word) => Words.Contains(word);
}

/// <summary>The words that only say whose words the rest is.</summary>
/// <param name="Speaker">The words that name the speaker.</param>
internal sealed record Attribution((int First, int End) Clause, (int First, int End) Speaker)
{
    public static Attribution None { get; } = new((0, 0), (0, 0));

    public bool IsNone => Clause.End == Clause.First;

    public bool Covers(int at) => at >= Clause.First && at < Clause.End;
}

/// <summary>Finds who speaks: "She said that …", "…, police said on Monday", "According to two officials, …".</summary>
internal static class AttributionReader
{
    private const int MaxWords = 14;

    public static Attribution Of(StatementAnalysis analysis)
    {
        var tokens = analysis.Tokens;
        if (tokens.Length < 4)
            return Attribution.None;
        return AtStart(analysis, tokens) ?? AtEnd(analysis, tokens) ?? Within(analysis, tokens) ?? Attribution.None;
    }

    private static Attribution? AtStart(StatementAnalysis analysis, Token[] tokens)
    {
        if (tokens[0].Word.Text == "according" && tokens[1].Word.Text == "to")
        {
            for (var end = 2; end < tokens.Length && end < MaxWords; end++)
            {
                if (analysis.IsParted(end) && end > 2)
                    return new Attribution((0, end), (2, end));
            }

            return null;
        }

        for (var at = 1; at < tokens.Length - 2 && at < MaxWords; at++)
        {
            if (tokens[at].Class is not (TokenClass.Conjunction or TokenClass.Modal or TokenClass.Auxiliary or TokenClass.Not or TokenClass.Verb))
                continue;
            if (tokens[at].Class != TokenClass.Verb || !IsSaying(tokens[at]))
            {
                // An introduction may stand before: "While she attended a conference, Klein told a friend that …".
                if (tokens[0].Class is not (TokenClass.Preposition or TokenClass.Conjunction) && !analysis.Sentence.Text.AsSpan(0, analysis.Sentence.Words[at].Span.End).Contains(':')
                    && !(at < 5 && tokens.Length > at + 1 && analysis.Sentence.Text.AsSpan(analysis.Sentence.Words[at].Span.End, 1) is ":"))
                {
                    return null;
                }

                while (at + 1 < tokens.Length && at < MaxWords && !analysis.IsParted(at + 1))
                    at++;
                continue;
            }

            var end = at + 1;

            // "Told reporters on Monday that": to "that" or the comma, if one comes soon.
            for (var next = at + 1; next < tokens.Length - 1 && next <= at + 9; next++)
            {
                if (tokens[next].Word.Text == "that" || (next > at + 1 && analysis.IsParted(next)))
                {
                    end = tokens[next].Word.Text == "that" ? next + 1 : next;
                    break;
                }

                if (tokens[next].Class is TokenClass.Verb or TokenClass.Auxiliary or TokenClass.Modal)
                    break;
            }

            var first = at;
            while (first > 0 && !analysis.IsParted(first))
                first--;
            if (first > 0 && tokens[first - 1].Class == TokenClass.Number)
                first = 0;
            return new Attribution((first, end), (first, at));
        }

        return null;
    }

    private static Attribution? AtEnd(StatementAnalysis analysis, Token[] tokens)
    {
        for (var first = tokens.Length - 2; first > 2 && tokens.Length - first <= MaxWords; first--)
        {
            if (tokens[first].Word.Text == "according" && tokens[first + 1].Word.Text == "to")
                return new Attribution((first, tokens.Length), (first + 2, tokens.Length));
            if (!analysis.IsParted(first))
                continue;
            if (IsSaying(tokens[first]) && IsSubjectToEnd(tokens, first + 1))
                return new Attribution((first, tokens.Length), (first + 1, tokens.Length));
            for (var at = first + 1; at < tokens.Length; at++)
            {
                if (tokens[at].Class is TokenClass.Conjunction or TokenClass.Modal or TokenClass.Not or TokenClass.Preposition && tokens[at].Word.Text is not ("of" or "for" or "in" or "at"))
                    break;
                if (tokens[at].Class is not TokenClass.Verb)
                    continue;
                if (IsSaying(tokens[at]) && IsSettingToEnd(tokens, at + 1))
                    return new Attribution((first, tokens.Length), (first, at));
                break;
            }
        }

        return null;
    }

    // "…, the minister said, …" between two commas.
    private static Attribution? Within(StatementAnalysis analysis, Token[] tokens)
    {
        for (var first = 2; first < tokens.Length - 3; first++)
        {
            if (!analysis.IsParted(first) || tokens[first].Class is TokenClass.Conjunction or TokenClass.Preposition)
                continue;
            var end = first + 1;
            while (end < tokens.Length && !analysis.IsParted(end) && end - first < 9)
                end++;
            if (end >= tokens.Length || !analysis.IsParted(end))
                continue;
            if (IsSaying(tokens[first]) && end - first > 1)
                return new Attribution((first, end), (first + 1, end));
            if (IsSaying(tokens[end - 1]) && end - first > 1)
                return new Attribution((first, end), (first, end - 1));
        }

        return null;
    }

    private static bool IsSaying(Token token) =>
        token.Word.VerbBase is { } verb && GrammarWords.IsSaying(verb) && (token.Word.VerbForms & (VerbForms.Past | VerbForms.Present | VerbForms.Base)) != VerbForms.None
        && token.Class is TokenClass.Verb or TokenClass.Noun;

    private static bool IsSubjectToEnd(Token[] tokens, int first)
    {
        for (var at = first; at < tokens.Length; at++)
        {
            if (tokens[at].Class is TokenClass.Verb or TokenClass.Modal or TokenClass.Auxiliary)
                return false;
        }

        return first < tokens.Length;
    }

    // "Told reporters in London on Monday".
    private static bool IsSettingToEnd(Token[] tokens, int first)
    {
        for (var at = first; at < tokens.Length; at++)
        {
            if (tokens[at].Class is TokenClass.Verb or TokenClass.Modal or TokenClass.Auxiliary or TokenClass.Conjunction or TokenClass.Pronoun or TokenClass.Not)
                return false;
        }

        return tokens.Length - first <= 8;
    }
}
