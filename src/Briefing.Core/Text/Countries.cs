using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// Names of one state: its names, its people, its capital and the houses that stand for its government, as newspapers use them
/// for one another ("Beijing agreed", "the Chinese side"). Equal keys are no contradiction; other keys are other states.
/// </summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string> Keys = Table(
        """
        us: united states, u s, us, usa, america, american, washington, white house, pentagon
        gb: britain, united kingdom, u k, uk, british, briton, london, downing street, whitehall, great britain, anglo
        fr: france, french, paris, elysee
        de: germany, german, berlin
        it: italy, italian, rome
        es: spain, spanish, spaniard, madrid
        pt: portugal, portuguese, lisbon
        nl: netherlands, dutch, hague, amsterdam
        be: belgium, belgian
        at: austria, austrian, vienna
        ch: switzerland, swiss, bern
        ie: ireland, irish, dublin
        pl: poland, polish, pole, warsaw
        cz: czech republic, czech, czechia, prague
        sk: slovakia, slovak, bratislava
        si: slovenia, slovenian, slovene, ljubljana
        hu: hungary, hungarian, budapest
        ro: romania, romanian, bucharest
        bg: bulgaria, bulgarian, sofia
        gr: greece, greek, athens
        hr: croatia, croatian, zagreb
        rs: serbia, serbian, serb, belgrade
        ba: bosnia, bosnian, sarajevo
        al: albania, albanian, tirana
        xk: kosovo, kosovar, pristina
        dk: denmark, danish, dane, copenhagen
        se: sweden, swedish, swede, stockholm
        no: norway, norwegian, oslo
        fi: finland, finnish, finn, helsinki
        is: iceland, icelandic, reykjavik
        ee: estonia, estonian, tallinn
        lv: latvia, latvian, riga
        lt: lithuania, lithuanian, vilnius
        ru: russia, russian, moscow, kremlin
        ua: ukraine, ukrainian, kyiv, kiev
        by: belarus, belarusian, minsk
        md: moldova, moldovan, chisinau
        ge: georgia, georgian, tbilisi
        am: armenia, armenian, yerevan
        az: azerbaijan, azerbaijani, baku
        tr: turkey, turkish, turkiye, ankara
        cy: cyprus, cypriot, nicosia
        il: israel, israeli
        ps: palestine, palestinian
        lb: lebanon, lebanese, beirut
        sy: syria, syrian, damascus
        jo: jordan, jordanian, amman
        iq: iraq, iraqi, baghdad
        ir: iran, iranian, tehran
        sa: saudi arabia, saudi, riyadh
        ae: united arab emirates, emirati, uae, abu dhabi
        qa: qatar, qatari, doha
        kw: kuwait, kuwaiti
        bh: bahrain, bahraini, manama
        om: oman, omani, muscat
        ye: yemen, yemeni, sanaa
        af: afghanistan, afghan, kabul
        pk: pakistan, pakistani, islamabad
        in: india, indian, delhi, new delhi
        bd: bangladesh, bangladeshi, dhaka
        lk: sri lanka, sri lankan, colombo
        np: nepal, nepali, nepalese, kathmandu
        mm: myanmar, burmese, burma, naypyidaw
        th: thailand, thai, bangkok
        vn: vietnam, vietnamese, hanoi
        kh: cambodia, cambodian, phnom penh
        la: laos, laotian, vientiane
        my: malaysia, malaysian, kuala lumpur
        sg: singapore, singaporean
        id: indonesia, indonesian, jakarta
        ph: philippines, philippine, filipino, manila
        cn: china, chinese, beijing
        tw: taiwan, taiwanese, taipei
        jp: japan, japanese, tokyo
        kr: south korea, south korean, seoul
        kp: north korea, north korean, pyongyang
        mn: mongolia, mongolian, ulaanbaatar
        kz: kazakhstan, kazakh, astana
        uz: uzbekistan, uzbek, tashkent
        au: australia, australian, canberra
        nz: new zealand, new zealander, wellington
        fj: fiji, fijian, suva
        ca: canada, canadian, ottawa
        mx: mexico, mexican
        cu: cuba, cuban, havana
        ve: venezuela, venezuelan, caracas
        co: colombia, colombian, bogota
        br: brazil, brazilian, brasilia
        ar: argentina, argentine, argentinian, buenos aires
        cl: chile, chilean, santiago
        pe: peru, peruvian, lima
        ec: ecuador, ecuadorian, quito
        bo: bolivia, bolivian
        py: paraguay, paraguayan, asuncion
        uy: uruguay, uruguayan, montevideo
        eg: egypt, egyptian, cairo
        ly: libya, libyan, tripoli
        tn: tunisia, tunisian, tunis
        dz: algeria, algerian, algiers
        ma: morocco, moroccan, rabat
        sd: sudan, sudanese, khartoum
        et: ethiopia, ethiopian, addis ababa
        so: somalia, somali, mogadishu
        ke: kenya, kenyan, nairobi
        ug: uganda, ugandan, kampala
        tz: tanzania, tanzanian
        rw: rwanda, rwandan, kigali
        cd: congo, congolese, kinshasa
        ng: nigeria, nigerian, abuja
        ne: niger, nigerien, niamey
        ml: mali, malian, bamako
        gh: ghana, ghanaian, accra
        sn: senegal, senegalese, dakar
        cm: cameroon, cameroonian, yaounde
        ao: angola, angolan, luanda
        zm: zambia, zambian, lusaka
        zw: zimbabwe, zimbabwean, harare
        mz: mozambique, mozambican, maputo
        za: south africa, south african, pretoria
        eu: european union, eu, e u
        un: united nations, un, u n
        """);

    /// <summary>Every folded name with its state's number, from 1.</summary>
    internal static IEnumerable<KeyValuePair<string, byte>> Numbered
    {
        get
        {
            var keys = Keys.Values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
            return Keys.Select(name => KeyValuePair.Create(name.Key, (byte)(keys.IndexOf(name.Value) + 1)));
        }
    }

    /// <summary>The key of a folded name of one or two words; null when it is no state's.</summary>
    public static string? KeyOf(string folded)
    {
        if (Keys.TryGetValue(folded, out var key))
            return key;
        return folded.Length > 4 && folded[^1] == 's' && Keys.TryGetValue(folded[..^1], out var plural) ? plural : null;
    }

    private static readonly FrozenSet<string> Openings =
        Keys.Keys.Where(name => name.Contains(' ', StringComparison.Ordinal)).Select(name => name[..name.IndexOf(' ', StringComparison.Ordinal)]).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name of two words may begin with this one.</summary>
    public static bool MayOpenName(string folded) => Openings.Contains(folded);

    /// <summary>The key of two words together ("South Korea"), which may differ from that of each.</summary>
    public static string? KeyOf(string first, string second) => Keys.GetValueOrDefault($"{first} {second}");

    private static FrozenDictionary<string, string> Table(string lines)
    {
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            foreach (var name in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
                keys.Add(name, line[..colon]);
        }

        return keys.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
