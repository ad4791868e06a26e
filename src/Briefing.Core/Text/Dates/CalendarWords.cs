using System.Collections.Frozen;

namespace Briefing.Core.Text.Dates;

/// <summary>Months' names and their common short forms in the languages that pages come in.</summary>
internal static class CalendarWords
{
    // One row a month; folded spelling.
    private static readonly string[] Names =
    [
        "january jan januar janner jaenner janvier janv enero ene gennaio gen januari janeiro tammikuu tammikuuta styczen stycznia ocak января январь січня ledna ianuarie januara sijecnja",
        "february feb februar feber fevrier fevr fev febrero febbraio februari fevereiro helmikuu helmikuuta luty lutego subat февраля февраль лютого unora februarie februara veljace",
        "march mar marz maerz mrz mars marzo maart marco maret maaliskuu maaliskuuta marzec marca mart марта март березня brezna martie ozujka",
        "april apr avril avr abril aprile huhtikuu huhtikuuta kwiecien kwietnia nisan апреля апрель квітня dubna aprilie aprila travnja",
        "may mai mayo maggio mag mei maio maj toukokuu toukokuuta maja mayis мая май травня kvetna svibnja",
        "june jun juni juin junio giugno giu junho kesakuu kesakuuta czerwiec czerwca haziran июня июнь червня cervna iunie juna lipnja",
        "july jul juli juillet juil julio luglio lug julho heinakuu heinakuuta lipiec lipca temmuz июля июль липня cervence iulie jula srpnja",
        "august aug aout agosto ago augustus augusti agustus elokuu elokuuta sierpien sierpnia agustos августа август серпня srpna avgusta kolovoza",
        "september sep sept septembre septiembre settembre set setembro syyskuu syyskuuta wrzesien wrzesnia eylul сентября сентябрь вересня zari septembrie septembra rujna",
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta pazdziernik pazdziernika ekim октября октябрь жовтня rijna octombrie oktobra listopada",
        "november nov novembre noviembre novembro marraskuu marraskuuta kasim ноября ноябрь листопада listopadu noiembrie novembra studenog",
        "december dec dezember dez decembre diciembre dic dicembre dezembro desember des joulukuu joulukuuta grudzien grudnia aralik декабря декабрь грудня prosince decembrie decembra prosinca",
    ];

    private static readonly FrozenDictionary<string, int> Months = Build();

    private const int LongestName = 14;

    /// <summary>1 to 12; 0 where the word is no month. Case and accents do not matter.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < 3 or > LongestName)
            return 0;
        Span<char> folded = stackalloc char[LongestName];
        for (var at = 0; at < word.Length; at++)
            folded[at] = LetterFolding.FoldAccent(word[at]);
        return Months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(folded[..word.Length], out var month) ? month : 0;
    }

    private static FrozenDictionary<string, int> Build()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var month = 0; month < Names.Length; month++)
        {
            foreach (var name in Names[month].Split(' '))
                months.TryAdd(name, month + 1);
        }

        return months.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
