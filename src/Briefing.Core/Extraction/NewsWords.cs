using System.Collections.Frozen;

namespace Briefing.Core.Extraction;

/// <summary>Words by which reports are told from other prose: verbs of saying and days of the week, in several languages.</summary>
internal static class NewsWords
{
    private static readonly FrozenSet<string> Words =
        ("said says told announced according spokesman spokeswoman spokesperson minister president police officials monday tuesday wednesday thursday friday saturday sunday " +
         "sagte sagten teilte erklarte sprecher sprecherin ministerin polizei montag dienstag mittwoch donnerstag freitag samstag sonntag " +
         "declare affirme annonce selon ministre lundi mardi mercredi jeudi vendredi samedi dimanche dijo anuncio ministro presidente lunes martes miercoles jueves viernes domingo " +
         "disse afirmou anunciou segunda-feira terca-feira quarta-feira quinta-feira sexta-feira detto annunciato lunedi martedi mercoledi giovedi venerdi domenica " +
         "zei maandag dinsdag woensdag donderdag vrijdag zaterdag zondag sade mandag mandag tirsdag onsdag torsdag fredag powiedzial poinformowal сказал сообщил заявил dedi soyledi kata")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool AreIn(LineWords words)
    {
        var lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < words.Count; at++)
        {
            if (lookup.Contains(words[at]))
                return true;
        }

        return false;
    }
}
