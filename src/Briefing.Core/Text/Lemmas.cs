using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// Brings together forms that a stemmer keeps apart: "met" and "meeting", "agreement" and "agreed", "visitor" and "visit". Coarser than a
/// stem, since it decides only whether two sentences that share much else may mean the same.
/// </summary>
internal static class Lemmas
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
    public static string Of(string folded) => SynonymTable.HeadOf(RootOf(folded));

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

/// <summary>
/// Words that newspapers use for one another, from general knowledge of the trade. Each line is one meaning; the opposite of a word
/// (rise, fall) is never in its line. They help to see that two sentences tell the same, and prove nothing by themselves.
/// </summary>
internal static class SynonymTable
{
    private static readonly FrozenDictionary<string, string> Heads = Table(
        """
        agreement deal pact accord treaty
        meeting talk discussion negotiation summit
        visit trip tour stop
        emphasize stress highlight underscore underline
        announce unveil reveal disclose declare
        warn caution
        dismiss reject brush rebuff
        close nearer
        strengthen bolster reinforce boost deepen
        cooperation collaboration partnership
        begin start launch commence
        end finish conclude complete
        increase rise climb gain jump surge soar
        decrease fall drop decline slip slump tumble plunge
        buy purchase acquire
        company firm corporation business
        share stock
        profit earnings
        revenue turnover
        kill die
        injure wound hurt
        attack assault strike raid
        official authority
        police officer
        lawyer attorney counsel
        arrest detain custody
        accuse allege charge
        prison jail
        verdict ruling judgment
        help aid assist assistance support back
        show demonstrate indicate
        ask request seek
        need require
        want wish
        try attempt
        hope aim
        use employ utilize
        build construct
        make produce manufacture
        product goods
        car vehicle automobile
        plane aircraft jet airplane
        ship vessel boat
        bomb explosive explosion blast
        fire blaze
        flood flooding
        storm hurricane
        earthquake quake
        soldier troop
        army military armed
        war conflict
        weapon arms
        rebel militant insurgent
        leader head chief
        citizen national
        visitor traveler tourist
        worker employee staff
        job post
        boss manager executive
        child kid youngster
        home house
        city town
        road street highway
        hospital clinic
        doctor physician
        illness disease sickness
        drug medicine medication
        study research survey
        scientist researcher
        teacher professor
        school college
        price cost
        money cash fund
        pay spend
        cut reduce slash trim lower
        limit curb restrict restriction curtail
        ban prohibit forbid bar
        allow permit let enable
        approve pass endorse adopt
        oppose resist object
        vote ballot
        election poll
        plan scheme proposal
        law legislation bill statute
        rule regulation
        fear worry concern anxiety
        problem issue
        crisis emergency
        danger threat risk
        important critical crucial key vital
        big large huge major
        small little minor
        new fresh
        near nearly almost
        quick rapid swift fast
        strong robust
        expert analyst
        group organization
        member
        country nation state
        region area
        border frontier
        world global
        minister secretary
        trade commerce
        tariff duty
        export shipment
        supply provide deliver
        get obtain receive secure
        send dispatch
        move shift
        leave depart quit exit
        arrive reach
        return
        join
        keep maintain retain
        change alter
        replace succeed
        follow
        lead guide
        fail collapse
        win victory
        beat defeat
        game match
        expect anticipate forecast predict
        believe think
        call urge
        order command
        choose select pick appoint
        sue lawsuit litigation
        investigate probe inquiry investigation
        evidence proof
        error mistake
        find discover
        search hunt
        steal theft rob robbery
        murder homicide
        victim
        trial
        appeal
        fix repair
        damage harm
        destroy demolish
        hit
        close shut
        open
        yearly annual
        quarter
        choke cut
        advance further
        """);

    /// <summary>The head of the root's group, or the root itself.</summary>
    public static string HeadOf(string root) => Heads.GetValueOrDefault(root, root);

    private static FrozenDictionary<string, string> Table(string lines)
    {
        var heads = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string? head = null;
            foreach (var word in line.Split(' '))
            {
                var root = Lemmas.RootOf(word);
                head ??= root;
                heads.TryAdd(root, heads.GetValueOrDefault(head, head));
            }
        }

        return heads.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
