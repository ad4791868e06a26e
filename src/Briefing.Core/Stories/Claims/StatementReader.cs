using Briefing.Core.Language;
using Briefing.Core.Stories.Quotations;

namespace Briefing.Core.Stories.Claims;

/// <summary>Takes sentences apart. Words that open a sentence count as names where <paramref name="names"/> knows them as such.</summary>
internal sealed class StatementReader(Vocabulary vocabulary, NameUse names)
{
    private readonly List<WordForm> _forms = [];

    public Statement Read(string text)
    {
        var words = new List<Word>(text.Length / 5);
        _forms.Clear();
        for (var span = WordTokenizer.NextWord(text, 0); span.Length > 0; span = WordTokenizer.NextWord(text, span.End))
        {
            var form = vocabulary.Of(text.AsSpan(span.Start, span.Length));
            _forms.Add(form);
            words.Add(new Word(span, form.Printed));
        }

        var statement = new Statement(text, words, [.. _forms], Stems, QuotedSpans.Of(text), Facts);
        names.Add(statement);
        return statement;
    }

    private StatementFacts Facts(Statement statement)
    {
        var folded = Array.ConvertAll(statement.Forms, form => form.Folded);
        var dates = DateReader.Read(statement.Text, folded, statement.Words);
        return new StatementFacts(
            Names(statement, dates),
            FigureReader.Read(statement.Text, folded, statement.Words, dates),
            FigureReader.ReadBackward(statement.Text, folded, statement.Words, dates),
            dates);
    }

    private int[] Stems(Statement statement)
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

    private bool[] Names(Statement statement, List<DateExpression> dates)
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
