using System.Collections.Frozen;

namespace Briefing.Core.Language;

/// <summary>Words that end in a point without ending a sentence. Lower case, without the point.</summary>
internal static class Abbreviations
{
    /// <summary>Titles and the like, which always stand before what they belong to.</summary>
    private static readonly FrozenSet<string> Leading = Set(
        """
        mr mrs ms messrs dr prof gen brig col lt sgt capt cpl pvt maj cmdr cdr adm gov sen rep reps hon rev fr pres supt insp det
        st mt ft vs v no nos nr art fig figs vol pp approx ca cf bzw hr frau mme mlle sra srta dna sig dott ing dipl abs
        bhf rd al e.g i.e z.b u.a d.h o.a v.a zzgl inkl gegr geb lt.col maj.gen lt.gen op.cit viz esp min.pras m
        """);

    /// <summary>Words that may also close a sentence: then what follows decides.</summary>
    private static readonly FrozenSet<string> Trailing = Set(
        """
        jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun inc ltd co corp bros plc llc
        etc jr sr dept univ assn ave blvd rd est ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss
        mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo usw mio mrd bln mln a.m p.m ph.d b.a m.a d.c u.s u.k u.n
        u.s.a e.u u.a.e d.r u.s.s.r ee.uu s.a b.v n.v s.p.a st tel ext
        """);

    public static bool IsLeading(ReadOnlySpan<char> lower) => Leading.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower);

    /// <summary>In the table, or letters with points between them (U.S, i.e, S.C).</summary>
    public static bool IsTrailing(ReadOnlySpan<char> lower) =>
        Trailing.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower) || IsPointedLetters(lower);

    private static bool IsPointedLetters(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || word.Length % 2 == 0)
            return false;
        for (var at = 0; at < word.Length; at++)
        {
            if (at % 2 == 0 ? !char.IsLetter(word[at]) : word[at] != '.')
                return false;
        }

        return true;
    }

    private static FrozenSet<string> Set(string words) =>
        words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToFrozenSet(StringComparer.Ordinal);
}
