using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Words by which reports are told from other prose: verbs of saying and days of the week, in several languages.</summary>
internal static class NewsWords
{
    private static readonly WordSet Words = WordSet.Of(
        "said says told announced according spokesman spokeswoman spokesperson minister president police officials monday tuesday wednesday thursday friday saturday sunday " +
         "sagte sagten teilte erklarte sprecher sprecherin ministerin polizei montag dienstag mittwoch donnerstag freitag samstag sonntag " +
         "declare affirme annonce selon ministre lundi mardi mercredi jeudi vendredi samedi dimanche dijo anuncio ministro presidente lunes martes miercoles jueves viernes domingo " +
         "disse afirmou anunciou segunda-feira terca-feira quarta-feira quinta-feira sexta-feira detto annunciato lunedi martedi mercoledi giovedi venerdi domenica " +
         "zei maandag dinsdag woensdag donderdag vrijdag zaterdag zondag sade mandag mandag tirsdag onsdag torsdag fredag powiedzial poinformowal сказал сообщил заявил dedi soyledi kata");

    public static bool AreIn(LineWords words) => words.HasAny(Words);
}
