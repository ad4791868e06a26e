using Briefing.Core.Claims.Quotations;
using Briefing.Core.Text;
using Briefing.Core.Text.Dates;
using Briefing.Core.Text.Numbers;

namespace Briefing.Core.Claims.Sentences;

/// <summary>Takes sentences apart. Words that open a sentence count as names where <paramref name="names"/> knows them as such.</summary>
internal sealed class SentenceReader(Vocabulary vocabulary, NameUse names)
{
    private readonly List<WordForm> _forms = [];

    public Sentence Read(string text)
    {
        var words = new List<Word>(text.Length / 5);
        _forms.Clear();
        for (var span = Tokenizer.NextWord(text, 0); span.Length > 0; span = Tokenizer.NextWord(text, span.End))
        {
            var form = vocabulary.Of(text.AsSpan(span.Start, span.Length));
            _forms.Add(form);
            words.Add(new Word(span, form.Printed));
        }

        var statement = new Sentence(text, words, [.. _forms], Stems, QuotedSpans.Of(text), Facts);
        names.Add(statement);
        return statement;
    }

    private SentenceFacts Facts(Sentence statement)
    {
        var folded = Array.ConvertAll(statement.Forms, form => form.Folded);
        var dates = DateExpressionReader.Read(statement.Text, folded, statement.Words);
        return new SentenceFacts(
            Names(statement, dates),
            FigureReader.Read(statement.Text, folded, statement.Words, dates),
            FigureReader.ReadBackward(statement.Text, folded, statement.Words, dates),
            dates);
    }

    private int[] Stems(Sentence statement)
    {
        var (forms, words) = (statement.Forms, statement.Words);
        var stems = new int[forms.Length];
        for (var at = 0; at < forms.Length; at++)
        {
            stems[at] = forms[at].Stem;
            if (!forms[at].OpensCountry || at + 1 >= forms.Length || !words[at + 1].IsCapitalized
                || Countries.KeyOf(forms[at].Folded, forms[at + 1].Folded) is not { } key)
            {
                continue;
            }

            stems[at] = vocabulary.CountryStem(key);
            stems[++at] = -1;
        }

        return stems;
    }

    private bool[] Names(Sentence statement, List<DateExpression> dates)
    {
        var isName = new bool[statement.Count];
        for (var at = 0; at < isName.Length; at++)
        {
            var (word, form) = (statement.Words[at], statement.Forms[at]);
            if (!word.IsCapitalized || (form.Kind != WordKind.Content && form.Folded is not "us"))
                continue;
            if (NameUse.OpensSentence(statement.Text, word.Span.Start) && form.Country is null && !names.IsName(form))
                continue;
            isName[at] = !dates.Exists(date => date.Span.Contains(word.Span));
        }

        return isName;
    }
}

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
            : FillerWords.Contains(Folded) ? WordKind.Light : WordKind.Content;
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
                _stem = Country is { } key ? _vocabulary.CountryStem(key) : _vocabulary.StemOf(FillerWords.Digits(Folded) ?? Lemmas.Of(Folded));
            return _stem;
        }
    }

    /// <summary>Whether it can change the force of a word near it (<see cref="ModalityReader"/>).</summary>
    public bool MayMark => _mayMark ??= ModalityReader.MayMark(Folded);

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
