using System.Collections.Frozen;

namespace Briefing.Core.Language;

/// <summary>English words that carry grammar rather than content. Folded forms (see <see cref="WordFolding"/>).</summary>
public static class StopWords
{
    private static readonly FrozenSet<string> English =
        """
        a about above after again against all also am among an and any are aren't as at be became because been before being
        below between both but by can can't could couldn't did didn't do does doesn't doing don't down during each else ever
        every few for from further had has have having he her here hers herself him himself his how however i if in into is
        isn't it its itself just let like may me might more most much must my myself no nor not now of off on once one only or
        other our ours ourselves out over own per same shall she should since so some such than that the their theirs them
        themselves then there these they this those though through to too toward under until up upon us very via was wasn't we
        were weren't what when where whether which while who whom whose why will with within without won't would wouldn't yet
        you your yours yourself
        """
            .Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string folded) => English.Contains(folded);
}
