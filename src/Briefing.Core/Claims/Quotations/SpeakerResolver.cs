using Briefing.Core.Claims.Sentences;
using Briefing.Core.Text;

namespace Briefing.Core.Claims.Quotations;

/// <summary>
/// Names the speaker of a quotation that does not: "she said" is the last named speaker just before, unless the texts elsewhere
/// call that person "he"; a paragraph that is all quotation continues the one before. What is not safe stays unnamed.
/// </summary>
internal sealed class SpeakerResolver
{
    // Farther back a pronoun may mean anyone.
    private const int LooksBack = 2;

    private readonly Dictionary<(int Rank, int Position), DistinctSentence> _places = [];
    private readonly IReadOnlyList<DistinctSentence> _tellings;
    private Dictionary<int, Pronouns>? _pronouns;

    public SpeakerResolver(IReadOnlyList<DistinctSentence> sentences)
    {
        _tellings = sentences;
        foreach (var sentence in sentences)
        {
            foreach (var occurrence in sentence.Occurrences)
                _places[(occurrence.Rank, occurrence.Position)] = sentence;
        }
    }

    /// <summary>The speaker as the texts name it; null when nobody is named or it is not safe to say who is meant.</summary>
    public string? SpeakerOf(DistinctSentence sentence) => SpeakerOf(sentence, sentence.First, depth: 0);

    private string? SpeakerOf(DistinctSentence sentence, PassageOccurrence at, int depth)
    {
        var named = sentence.Quotation?.Speaker;
        if (named is not null && !SpeakerReader.IsPronoun(named))
            return named;
        if (depth > LooksBack)
            return null;
        if (named is not null)
            return LastNamed(at, named);
        return IsAllQuoted(sentence) && _places.TryGetValue((at.Rank, at.Position - 1), out var before) && before.Quotation is not null
            ? SpeakerOf(before, at with { Position = at.Position - 1 }, depth + 1)
            : null;
    }

    private string? LastNamed(PassageOccurrence at, string pronoun)
    {
        if (WordFolding.Fold(pronoun) is not ("he" or "she"))
            return null;
        for (var back = 1; back <= LooksBack; back++)
        {
            if (!_places.TryGetValue((at.Rank, at.Position - back), out var before))
                return null;
            var speaker = before.Quotation?.Speaker ?? SpeakerReader.Of(before.ComparableClause.Sentence);
            if (speaker is null || SpeakerReader.IsPronoun(speaker))
                continue;
            return Fits(before.ComparableClause, speaker, pronoun) ? speaker : null;
        }

        return null;
    }

    // Only people named by name: "the ministry" is neither he nor she.
    private bool Fits(ComparableClause clause, string speaker, string pronoun)
    {
        foreach (var run in clause.Names)
        {
            if (!speaker.EndsWith(clause.Sentence.Words[run.Head].Text, StringComparison.Ordinal) || clause.Sentence.Forms[run.Head].Country is not null)
                continue;
            var known = PronounsOf(clause.StemAt(run.Head));
            return known == Pronouns.None || known == Of(WordFolding.Fold(pronoun));
        }

        return false;
    }

    private Pronouns PronounsOf(int name)
    {
        if (_pronouns is null)
        {
            _pronouns = [];
            foreach (var sentence in _tellings)
                LearnPronouns(sentence.ComparableClause, _pronouns);
        }

        return _pronouns.GetValueOrDefault(name);
    }

    // "Lindqvist said as he stood": with one person named before it, the pronoun is that person's.
    private static void LearnPronouns(ComparableClause clause, Dictionary<int, Pronouns> pronouns)
    {
        var person = -1;
        foreach (var run in clause.Names)
        {
            if (clause.Sentence.Forms[run.Head].Country is not null)
                continue;
            if (person >= 0 && clause.StemAt(run.Head) != clause.StemAt(person))
                break;
            person = run.Head;
            var next = clause.Names.Find(name => name.First > run.Last && clause.Sentence.Forms[name.Head].Country is null);
            var end = next.Words is null ? clause.Sentence.Count : next.First;
            for (var at = run.Last + 1; at < end; at++)
            {
                if (Of(clause.Sentence.Forms[at].Folded) is var pronoun and not Pronouns.None && !clause.Sentence.IsQuoted(at))
                    pronouns[clause.StemAt(person)] = pronouns.GetValueOrDefault(clause.StemAt(person)) | pronoun;
            }
        }
    }

    private static bool IsAllQuoted(DistinctSentence sentence)
    {
        for (var at = 0; at < sentence.ComparableClause.Sentence.Count; at++)
        {
            if (!sentence.ComparableClause.Sentence.IsQuoted(at))
                return false;
        }

        return true;
    }

    private static Pronouns Of(string folded) => folded switch { "he" or "his" or "him" => Pronouns.He, "she" or "her" or "hers" => Pronouns.She, _ => Pronouns.None };

    [Flags]
    private enum Pronouns
    {
        None = 0,
        He = 1,
        She = 2,
    }
}

/// <summary>Compares who is said to speak.</summary>
internal static class Speakers
{
    /// <summary>Whether both name someone, and not the same. "A diplomat" and "Torvald" may be one person.</summary>
    public static bool Differ(DistinctSentence one, DistinctSentence other)
    {
        if (NameOf(one) is not { } first || NameOf(other) is not { } second)
            return false;
        return !NameMatch.IsNamed(one.ComparableClause, first, other.ComparableClause) && !NameMatch.IsNamed(other.ComparableClause, second, one.ComparableClause);
    }

    private static NameRun? NameOf(DistinctSentence sentence)
    {
        if (sentence.Quotation?.Speaker is not { } speaker)
            return null;
        foreach (var run in sentence.ComparableClause.Names)
        {
            var head = sentence.ComparableClause.Sentence.Words[run.Head].Text;
            if (speaker.EndsWith(head, StringComparison.Ordinal))
                return run;
        }

        return null;
    }
}
