using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

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
