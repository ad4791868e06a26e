using System.Collections.Frozen;
using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>
/// Brings together forms that a stemmer keeps apart: "met" and "meeting", "agreement" and "agreed", "visitor" and "visit". Coarser than a
/// stem, since it decides only whether two sentences that share much else may mean the same.
/// </summary>
internal static class WordRoots
{
    private static readonly FrozenDictionary<string, string> Irregular = WordTables.Pairs(
        """
        arose arise ate eat beat beat became become began begin begun begin bent bend bet bet bid bid bit bite blew blow blown blow
        bore bear born bear bought buy bound bind broke break broken break brought bring built build burnt burn came come caught catch
        children child chose choose chosen choose dealt deal died die drew draw drawn draw driven drive drove drive dug dig fed feed
        feet foot fell fall fallen fall felt feel fled flee flew fly flown fly forbade forbid forgot forget forgotten forget fought fight
        found find froze freeze frozen freeze gave give given give gone go grew grow grown grow heard hear held hold hidden hide kept keep
        knew know known know laid lay led lead left leave lent lend lost lose made make meant mean men man met meet paid pay people person
        ran run rang ring risen rise rode ride rose rise sang sing sank sink sat sit saw see seen see sent send shook shake shot shoot
        shown show slept sleep slid slide sold sell sought seek spent spend split split spoke speak spoken speak spread spread stole steal
        stolen steal stood stand struck strike stuck stick sung sing sunk sink swam swim swept sweep swore swear sworn swear taken take
        taught teach thought think threw throw thrown throw told tell took take torn tear understood understand went go withdrawn withdraw
        withdrew withdraw woke wake women woman won win wore wear worn wear wound wind written write wrote write death die dead die
        killing kill sales sell sale sell loss lose losses lose growth grow flight fly choice choose proof prove belief believe
        """);

    // Longest first; what remains must still be a word's worth of letters.
    private static readonly string[] Endings =
        ["ement", "ation", "ition", "ment", "ence", "ance", "ness", "ship", "ical", "sion", "ion", "ive", "ist", "ism", "ian", "ity", "or", "er", "al", "ic"];

    private const int ShortestRoot = 4;

    /// <summary>One form for all words of one meaning.</summary>
    /// <param name="folded">A folded word (<see cref="WordFolding"/>).</param>
    public static string Of(string folded) => Synonyms.HeadOf(RootOf(folded));

    /// <summary>The root without regard to synonyms.</summary>
    public static string RootOf(string folded)
    {
        var stem = EnglishStemmer.Stem(Irregular.GetValueOrDefault(folded, folded));
        foreach (var ending in Endings)
        {
            if (stem.Length - ending.Length >= ShortestRoot && stem.EndsWith(ending, StringComparison.Ordinal))
            {
                stem = stem[..^ending.Length];
                break;
            }
        }

        return stem.Length > ShortestRoot && stem[^1] is 'e' or 'i' ? stem[..^1] : stem;
    }
}
