using System.Collections.Frozen;

namespace Briefing.Core.Editions.Filing;

/// <summary>What filing has to know of a word, worked out once for each spelling.</summary>
/// <param name="Patterns">The configured word patterns that it meets; mostly none.</param>
internal sealed record FilingWord(string Folded, int[] Patterns, bool IsCapitalized, bool IsFigure, WordDuty Duty);

/// <summary>A word of a text, with its place there.</summary>
internal readonly record struct FilingToken(int Start, int End, FilingWord Word);

/// <summary>What a word does in a sentence, as far as filing looks at it.</summary>
internal enum WordDuty
{
    None,

    /// <summary>A person's office or form of address: "minister", "Mr".</summary>
    Office,

    /// <summary>A weekday or month: a capital letter, but no name.</summary>
    Calendar,

    /// <summary>Stands for someone or something named before: "he", "its".</summary>
    Pronoun,

    /// <summary>Points back when it opens a sentence or follows a preposition: "that arrangement".</summary>
    Demonstrative,

    /// <summary>Points back unless a verb of being follows: "signed there", but not "there is".</summary>
    There,
    Being,
    Preposition,
}

/// <summary>The closed classes of English words that filing looks at. Folded forms.</summary>
internal static class WordDuties
{
    private static readonly FrozenDictionary<string, WordDuty> Duties = Table(
        (WordDuty.Office,
            """
            prime minister ministers president premier chancellor secretary foreign defense finance trade interior home state general
            ambassador envoy king queen prince princess emperor pope sir lord lady mr mrs ms dr vice deputy first chief leader
            commander admiral senator representative lawmaker governor mayor spokesman spokeswoman spokesperson commissioner
            chairman chairwoman speaker opposition economy commerce justice energy health transport environment treasury business
            cabinet national security adviser advisor counterpart attorney marshal colonel major captain professor judge director
            former acting then outgoing new permanent host guest
            """),
        (WordDuty.Calendar,
            """
            monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
            october november december mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
            """),
        (WordDuty.Pronoun, "he she they it his her hers their theirs its him them himself herself themselves itself"),
        (WordDuty.Demonstrative, "this that these those such"),
        (WordDuty.There, "there"),
        (WordDuty.Being, "is are was were be been has have had will would may might can could remains remain"),
        (WordDuty.Preposition, "for of in on at by with from to about into after before over during against behind under"));

    public static WordDuty Of(string folded) => Duties.GetValueOrDefault(folded);

    private static FrozenDictionary<string, WordDuty> Table(params (WordDuty Duty, string Words)[] rows)
    {
        var duties = new Dictionary<string, WordDuty>(StringComparer.Ordinal);
        foreach (var (duty, words) in rows)
        {
            foreach (var word in words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
                duties.TryAdd(word, duty);
        }

        return duties.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
