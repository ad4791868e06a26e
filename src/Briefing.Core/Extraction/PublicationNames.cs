using System.Collections.Frozen;

namespace Briefing.Core.Extraction;

/// <summary>Tells by its words whether a name is a publication's: "The Harbour Post", "Abendzeitung".</summary>
internal static class PublicationNames
{
    private static readonly FrozenSet<string> Kinds =
        ("times post news herald standard tribune gazette journal daily guardian telegraph chronicle observer courier star sun mirror express mail magazine review weekly " +
         "today online tv radio network zeitung tagblatt presse anzeiger nachrichten rundschau kurier monde figaro liberation diario periodico mundo pais jornal folha globo " +
         "corriere gazzetta repubblica dagblad courant dagbladet focus monitor independent inquirer bulletin digest dispatch ledger examiner sentinel beacon register media " +
         "broadcasting wire advertiser argus echo globe")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    // Words of people's offices: "Community Reporter" is nobody's paper.
    private static readonly FrozenSet<string> Offices =
        "reporter reporters correspondent editor writer columnist staff contributor desk bureau minister spokesman".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Articles = "the le la el der die das il".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private const int MostWords = 6;

    public static bool IsOne(string name)
    {
        var words = LineWords.Of(name);
        if (words.Count is 0 or > MostWords || !char.IsUpper(name[0]) || HasAny(words, Offices))
            return false;
        return words.Count > 1 && (Articles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(words[0]) || HasAny(words, Kinds));
    }

    /// <summary>Whether one of the words is a kind of newspaper or broadcaster.</summary>
    public static bool HasWord(LineWords words) => HasAny(words, Kinds) && !HasAny(words, Offices);

    private static bool HasAny(LineWords words, FrozenSet<string> set)
    {
        var lookup = set.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Count; at++)
        {
            if (lookup.Contains(words[at]))
                return true;
        }

        return false;
    }
}
