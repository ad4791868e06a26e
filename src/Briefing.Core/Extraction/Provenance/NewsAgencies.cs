using System.Collections.Frozen;
using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Provenance;

/// <summary>News agencies of the world: the names they are credited by, and the short name under which a credit is kept.</summary>
internal static class NewsAgencies
{
    // Short name, then other names. Names are compared without case; short forms of up to four letters with it, since "AP" is a
    // credit and "ap" is not.
    private static readonly string[] Table =
    [
        "AFP|Agence France-Presse|Agence France Presse|AFP-JIJI|AFP Relaxnews", "Reuters|Thomson Reuters|Rtrs", "AP|Associated Press|The Associated Press",
        "dpa|DPA|Deutsche Presse-Agentur|dpa-AFX|dpa-infocom|dpa-infocom GmbH", "Kyodo|Kyodo News|KYODO", "Xinhua|Xinhua News Agency|XINHUA", "ANI|Asian News International",
        "PTI|Press Trust of India", "IANS|Indo-Asian News Service", "UNI|United News of India", "TASS|ITAR-TASS|ТАСС", "RIA Novosti|RIA|РИА Новости", "Interfax|Интерфакс",
        "ANSA", "EFE|Agencia EFE|EFEUSA", "Europa Press", "Lusa|Agência Lusa|Agencia Lusa", "Belga|Belga News Agency", "ANP", "APA|Austria Presse Agentur", "Ritzau",
        "TT|TT News Agency|Tidningarnas Telegrambyrå", "NTB", "STT", "PAP|Polska Agencja Prasowa", "ČTK|CTK", "TASR", "MTI", "Agerpres|AGERPRES", "BTA", "Tanjug|TANJUG",
        "Hina|HINA", "STA", "Anadolu|Anadolu Agency|Anadolu Ajansı|Anadolu Ajansi", "DHA|Demirören Haber Ajansı", "IRNA", "ISNA", "Yonhap|Yonhap News|Yonhap News Agency|연합뉴스|YONHAP",
        "Newsis|뉴시스", "CNA|Central News Agency", "Antara|ANTARA|Antara News", "Bernama|BERNAMA", "VNA|Vietnam News Agency", "PNA|Philippine News Agency",
        "AAP|Australian Associated Press", "The Canadian Press|Canadian Press|CP", "UPI|United Press International", "Bloomberg|Bloomberg News", "UNB|United News of Bangladesh", "BSS",
        "APP|Associated Press of Pakistan", "PPI", "KUNA", "SPA|Saudi Press Agency", "WAM|Emirates News Agency", "MENA|Middle East News Agency", "MAP|Maghreb Arabe Presse", "APS|Algérie Presse Service",
        "TAP", "NAN|News Agency of Nigeria", "KNA|Kenya News Agency", "Ukrinform|Укринформ|Укрінформ", "UNIAN|УНІАН", "BelTA|БЕЛТА", "Télam|Telam", "Notimex", "Prensa Latina", "Agência Brasil|Agencia Brasil|ABr",
        "Estadão Conteúdo|Estadao Conteudo", "Jiji|Jiji Press|JIJI|時事通信", "epd|Evangelischer Pressedienst", "SID|Sport-Informations-Dienst", "Keystone-SDA|Keystone-ATS|ATS", "PA|PA Media|Press Association|PA news agency|Press Association of Britain",
        "Adnkronos|AdnKronos", "AGI", "Athens-Macedonian News Agency|ANA-MPA|AMNA", "CMC|Caribbean Media Corporation", "Petra", "SANA", "NNA", "WAFA", "KCNA", "Montsame", "Trend", "Azertac|AZERTAC", "Armenpress|ARMENPRESS", "共同通信|共同",
        "新华社|新華社|新华网", "中央社", "News Service|Wire services|Wire Reports|wire reports|Agencies|agencies|News Agencies|news agencies|Agencias|Agenturen|Agences|Agenzie",
    ];

    private const int LongestCasedName = 4;

    private static readonly FrozenDictionary<string, string> Exact = Names().ToFrozenDictionary(
        pair => pair.Name, pair => pair.Agency, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> AnyCase = Names().Where(pair => pair.Name.Length > LongestCasedName)
        .GroupBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.First().Agency, StringComparer.OrdinalIgnoreCase);

    private static readonly WordSet FirstWords = new(Names().Select(pair => LineWords.Of(pair.Name)[0].ToString()));

    /// <summary>Whether some agency's name opens with the word of that hash; a quick no for most words of a text.</summary>
    public static bool MayOpen(ulong hash) => FirstWords.Contains(hash);

    /// <summary>Words of the longest name in the table.</summary>
    public const int MaxWords = 5;

    /// <summary>The short name; null where the name is no agency's, neither by the table nor by its form ("Sahel News Agency").</summary>
    public static string? Find(ReadOnlySpan<char> name)
    {
        name = name.Trim(" \t.,:;()[]*\u2013\u2014-/|\"'");
        if (name.IsEmpty || name.Length > 60)
            return null;
        if (Exact.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var exact))
            return Named(exact);
        if (AnyCase.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var agency))
            return Named(agency);
        return HasAgencyForm(name) ? name.ToString() : null;
    }

    // "Agencies" credits several without naming one: a credit, but of no agency that could be an origin.
    private static string? Named(string agency) => agency == Unnamed ? null : agency;

    private const string Unnamed = "News Service";

    /// <summary>True also for credits that name no agency in particular ("Agencies").</summary>
    public static bool IsCredit(ReadOnlySpan<char> name) =>
        Find(name) is not null || Exact.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(name.Trim(" .,:;()[]"));

    // An agency that the table does not know, by what its name says.
    private static bool HasAgencyForm(ReadOnlySpan<char> name) =>
        char.IsUpper(name[0]) && !name.Contains(" in ", StringComparison.Ordinal)
        && (name.EndsWith(" News Agency") || name.EndsWith(" news agency") || name.EndsWith(" Press Agency") || name.EndsWith(" News Service")
            || name.StartsWith("Agence ") || name.StartsWith("Agencia ") || name.StartsWith("Agência ") || name.StartsWith("Agenzia ")
            || name.StartsWith("Nachrichtenagentur ") || name.EndsWith(" Nachrichtenagentur") || name.EndsWith("-Agentur"));

    /// <summary>The short name by what a dateline's bracket holds, where some agencies shorten themselves further than elsewhere.</summary>
    public static string? FindInDateline(ReadOnlySpan<char> name) => name is "AA" ? "Anadolu" : Find(name);

    private static IEnumerable<(string Name, string Agency)> Names() =>
        Table.Select(row => row.Split('|'))
            .SelectMany(names => names.Select(name => (name, names[0])))
            .DistinctBy(pair => pair.name, StringComparer.Ordinal);
}
