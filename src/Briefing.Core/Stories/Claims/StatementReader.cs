using Briefing.Core.Language;
using Briefing.Core.Stories.Quotations;

namespace Briefing.Core.Stories.Claims;

/// <summary>Takes sentences apart. Words that open a sentence count as names where <paramref name="names"/> knows them as such.</summary>
internal sealed class StatementReader(Vocabulary vocabulary, NameUse names)
{
    public Statement Read(string text) => Read(text, WordTokenizer.Words(text));

    public Statement Read(string text, IReadOnlyList<Word> words)
    {
        var forms = new WordForm[words.Count];
        var folded = new string[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            forms[at] = vocabulary.Of(words[at].Text);
            folded[at] = forms[at].Folded;
        }

        var dates = DateReader.Read(text, folded, words);
        return new Statement
        {
            Text = text,
            Words = words,
            Forms = forms,
            Stems = Stems(forms, words),
            IsName = Names(text, forms, words, dates),
            Figures = FigureReader.Read(text, folded, words, dates),
            Dates = dates,
            Quotes = QuotedSpans.Of(text),
        };
    }

    private int[] Stems(WordForm[] forms, IReadOnlyList<Word> words)
    {
        var stems = new int[forms.Length];
        for (var at = 0; at < forms.Length; at++)
        {
            stems[at] = forms[at].Stem;
            if (at + 1 >= forms.Length || !words[at].IsCapitalized || !words[at + 1].IsCapitalized
                || Countries.KeyOf(forms[at].Folded, forms[at + 1].Folded) is not { } key)
            {
                continue;
            }

            stems[at] = vocabulary.CountryStem(key);
            stems[++at] = -1;
        }

        return stems;
    }

    private bool[] Names(string text, WordForm[] forms, IReadOnlyList<Word> words, List<DateExpression> dates)
    {
        var isName = new bool[words.Count];
        for (var at = 0; at < words.Count; at++)
        {
            if (!words[at].IsCapitalized || (forms[at].Kind != WordKind.Content && forms[at].Folded is not "us"))
                continue;
            if (NameUse.OpensSentence(text, words[at].Span.Start) && forms[at].Country is null && !names.IsName(forms[at].Folded))
                continue;
            isName[at] = !dates.Exists(date => date.Span.Contains(words[at].Span));
        }

        return isName;
    }
}
