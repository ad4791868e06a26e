using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Tells by its words whether a name is a publication's: "The Harbour Post", "Abendzeitung".</summary>
internal static class PublicationNames
{
    private static readonly WordSet Kinds = WordSet.Of(
        "times post news herald standard tribune gazette journal daily guardian telegraph chronicle observer courier star sun mirror express mail magazine review weekly " +
         "today online tv radio network zeitung tagblatt presse anzeiger nachrichten rundschau kurier monde figaro liberation diario periodico mundo pais jornal folha globo " +
         "corriere gazzetta repubblica dagblad courant dagbladet focus monitor independent inquirer bulletin digest dispatch ledger examiner sentinel beacon register media " +
         "broadcasting wire advertiser argus echo globe");

    // Words of people's offices: "Community Reporter" is nobody's paper.
    private static readonly WordSet Offices = WordSet.Of(
        "reporter reporters correspondent editor writer columnist staff contributor desk bureau minister spokesman");

    private static readonly WordSet Articles = WordSet.Of("the le la el der die das il");

    private const int MostWords = 6;

    public static bool IsOne(string name)
    {
        var words = LineWords.Of(name);
        if (words.Count is 0 or > MostWords || !char.IsUpper(name[0]) || words.HasAny(Offices))
            return false;
        return words.Count > 1 && (Articles.Contains(words.HashOf(0)) || words.HasAny(Kinds));
    }

    /// <summary>Whether one of the words is a kind of newspaper or broadcaster.</summary>
    public static bool HasWord(LineWords words) => words.HasAny(Kinds) && !words.HasAny(Offices);

    /// <summary>Whether such a word stands where names have it: "The Harbour Post", "Gazette of Haven", not "Why the Post matters".</summary>
    public static bool OpensOrClosesWithKind(LineWords words)
    {
        // "Designed by Harbour Media" is a credit.
        if (words.Count < 2 || words.HasAny(Offices) || words[1] is "by")
            return false;
        var first = Articles.Contains(words.HashOf(0)) ? 1 : 0;
        return Kinds.Contains(words.HashOf(words.Count - 1)) || Kinds.Contains(words.HashOf(first));
    }
}
