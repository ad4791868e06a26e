using System.Collections.Frozen;

namespace Briefing.Core.Text;

/// <summary>
/// How common a word is in news, for texts too few to count in: the share of articles whose first two hundred words hold it.
/// </summary>
/// <remarks>
/// The bands are an editor's estimate, written from general knowledge of English news and good to a factor of two or so,
/// which is enough: a weight goes with the logarithm. A word in no band is taken for a name or a telling word.
/// </remarks>
public static class DocumentFrequency
{
    /// <summary>The share of a word that stands in no band.</summary>
    public const double OfUnknownWords = 0.002;

    private static readonly (double Share, string Words)[] Bands =
    [
        (0.30,
            """
            say year new one two people time first make take last day week month government state country president report
            official tell also come go use work include call old part group leader show add
            """),
        (0.12,
            """
            three four five six ten many good well back way see know want need think give find get keep still even big high
            long large early late next end start begin plan public national world international member minister house police
            city home company million billion percent monday tuesday wednesday thursday friday saturday sunday january february
            march april may june july august september october november december today yesterday man woman child family law
            case court statement news according ask accord become number against around left lead meet meeting help run set
            hold move change support follow accuse announce expect continue decision issue right power party political
            american united washington america support political
            """),
        (0.05,
            """
            seven eight nine hundred thousand dozen second third half several recent recently major key top senior former chief head
            spokesman spokeswoman spokesperson secretary foreign federal local general security military economic economy
            business market industry service system school student life death die kill attack force fire war vote election
            campaign win lose bill deal agreement agree talk visit trip policy administration department office agency
            committee council parliament senate congress democrat republican european european china russia britain british
            chinese russian french german france germany japan india iran israel london paris york street university
            hospital health medical doctor charge arrest suspect victim officer investigation investigate judge trial
            attorney lawyer allege crime criminal sentence prison jail shoot gun car road drive area region town county north south
            east west northern southern eastern western central near site place scene night morning afternoon evening hour minute
            money pay cost price cut tax fund budget job worker employee union rise fall increase drop grow growth rate
            interest bank trade sell buy sale share product technology phone online website internet media television
            interview video photo image post twitter facebook write book story film star show music game team player season
            match score goal coach club league cup race sport play final round title record speak speech warn
            claim deny confirm reveal release publish launch open close build stop return leave arrive travel send bring
            receive offer provide create develop allow require order force push seek try fail face remain stay stand sit turn
            reach join serve bear grow feel believe hope consider suggest describe explain note cite refer point mean
            question answer problem reason result effect impact cause concern fear risk threat danger safe safety protect
            plan project program effort action step measure rule right control limit ban block approve pass reject
            oppose protest demonstrator rights human woman black white young age born mother father son daughter
            brother sister wife husband friend parent boy girl teen body hand head eye face heart
            """),
        (0.02,
            """
            abuse accept access accident account achieve act active activity actor actress actual address adult affair affect
            aid aim air aircraft airline airport alert alone already alternative although amount analyst annual apparent appeal
            appear apply appoint approach argue army artist asset assistance assistant associate association assume attempt attend
            attention audience author authority authorities available average avoid award aware away baby bad base battle beat
            beautiful behavior benefit best better bid bit blame blood board boat bomb border boss box brand break brief
            building burn bus camera cancer candidate capital captain card care career carry cash catch category celebrate
            center century certain chair chairman challenge championship chance channel character chart chief choice choose church
            citizen civil civilian class clean clear click climate clinic coalition coast cold collapse colleague collect college
            color comment commander commission commit common communication community compare competition complain complaint
            complete computer condition conduct conference confidence conflict connect consumer contact contain content contract
            contribute convict cooperation copy corporate correspondent corruption count couple course cover crash credit
            crew crisis critic critical criticism criticize crowd culture currency current customer damage data date deadline
            deadly deal debate debt decade decide declare deep defeat defend defense deficit degree delay deliver demand
            democracy deputy design desk despite destroy detail detain device die difference different difficult diplomat direct
            director disaster discover discuss discussion disease dispute district doctor document dollar domestic door double
            doubt dozen dramatic draw dream dress drink driver drug due early earn earthquake ease easy eat economist
            edge edition editor education effective elect email emerge emergency emotional employ encourage energy engine
            enjoy ensure enter environment equipment escape especially establish estimate event eventually evidence exchange
            executive exist experience expert explode explosion export express extend extra fact fair fan farm
            fast fatal father favor feature figure file finance financial fine firm fight fish flee flight flood fly focus
            food foot football forecast forget form founder free freedom friday fuel full future gain gang gather generation
            global governor grand grant great green ground guard guess guest guide guilty hair hall happen happy hard hear
            heat heavy help hero hide historic history hit holiday homeless horse host hotel hundreds hurt idea
            identify identity illegal immigration import important impose improve incident income independent index
            individual industrial infection inflation influence inform information initial injure injury inquiry inside
            institute institution insurance intelligence intend interim interior introduce invest investor island jet join
            journalist judge jury justice kick kid kind knife lack land language late launch lawmaker lawsuit lawyer leak
            learn least legal legislation less letter level liberal lie light like likely line link list listen live loan
            locate location long look lot love low machine magazine mail main majority male manage management manager mark
            marry mass massive matter mayor measure medicine memory mental message middle migrant mile militant mind mine
            minority mission mistake mobile model moment movement movie murder museum name nation native natural nearly
            negotiation neighbor neighborhood network newspaper nominee normal nuclear object observer occur ocean offense
            oil operate operation opinion opportunity opposition option organization organize original outside owner page
            pain paper park partner partnership past path patient peace pension perform period permit person personal
            photograph physical picture pilot plane plant platform plead pledge poll pool poor popular population position
            positive possible potential practice praise prepare present press pressure prevent previous prime prisoner private
            prize probably process produce production professor profit progress promise property propose proposal prosecutor
            prove purchase purpose quality quarter quick quit radio rain raise range rapid read ready real reality
            realize rebel recall recession recognize recommend recover recovery red reduce reform refugee refuse regard
            register regular regulator relate relation relationship relative relief religious replace republic reporter represent
            representative request rescue research researcher reserve resident resign resolution resource respond response
            responsibility responsible rest restaurant retail retire reveal review revenue rich ride rival river role room
            rule ruling rush sanction satellite save scandal scheme science scientist screen search seat sector secure seize
            sense separate series serious session settle settlement severe sex sexual shape ship shock shop short shot
            shut side sign signal significant similar simple single situation size sleep small smart smoke social soldier
            solution son song sort sound source space special spend spokesman spot spread spring staff stage standard stock
            store storm strategy stream strength strengthen stress strike strong structure struggle study style subject succeed
            success successful sudden suffer suicide summer summit supply sure surface surgery surprise survey survive
            survivor suspend sweep table target task teacher tell temperature tension term terror terrorism terrorist test
            text thank theater threaten throw ticket tie tip together tomorrow tonight total touch tough tour tourist
            toward track tradition traditional traffic train training transfer treat treatment treaty trip troop trouble
            truck true trust truth type unemployment unit update urge usual value van vehicle version vice victory
            view village violate violence violent visitor voice volunteer voter vulnerable wait walk wall warning watch water
            wave weapon wear weather website wedding weekend welcome whole wide wife wind window winner winter witness wonder
            word worry worth wound wrong yard yield young zone
            """),
        (0.03,
            """
            japanese indian iranian iraqi israeli palestinian ukrainian turkish italian spanish polish korean canadian mexican
            brazilian australian dutch swedish norwegian danish finnish greek portuguese egyptian saudi syrian afghan pakistani
            nigerian kenyan african asian arab swiss austrian belgian irish scottish welsh hungarian ukraine turkey italy spain
            poland korea canada mexico brazil australia netherlands sweden norway denmark finland greece portugal egypt arabia
            syria afghanistan pakistan nigeria kenya africa asia iraq switzerland austria belgium ireland scotland wales
            hungary europe lebanon yemen libya gaza taiwan thailand vietnam indonesia philippine malaysia singapore argentina
            chile colombia venezuela cuba ethiopia sudan ghana washington moscow beijing tokyo berlin brussels delhi kyiv kiev
            ankara rome madrid warsaw seoul ottawa canberra cairo tehran jerusalem baghdad kabul islamabad nairobi geneva vienna
            dublin athens riyadh kremlin nato westminster pacific atlantic mediterranean california texas florida chicago
            francisco boston philadelphia houston
            """),
    ];

    private static readonly FrozenDictionary<string, double> Shares = Table();

    private static readonly FrozenSet<string> Words =
        Bands.SelectMany(band => band.Words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            .Select(WordFolding.Fold)
            .Concat(["men", "women", "children", "people", "lives"])
            .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The share of articles that hold the word, above 0 and below 1.</summary>
    /// <param name="stem">The stem (see <see cref="EnglishStemmer"/>) of a folded word.</param>
    public static double Of(string stem) => Shares.GetValueOrDefault(stem, OfUnknownWords);

    /// <summary>The same of a word that is no stem: an engineer is no engine, though both have one stem.</summary>
    /// <param name="folded">Singular or plural.</param>
    public static double OfWord(string folded)
    {
        var stem = EnglishStemmer.Stem(folded);
        return Words.Contains(folded) || Words.Contains(Singular(folded)) ? Of(stem) : OfUnknownWords;
    }

    private static string Singular(string folded) =>
        folded.EndsWith("ies", StringComparison.Ordinal) ? folded[..^3] + "y"
        : folded.EndsWith("ches", StringComparison.Ordinal) || folded.EndsWith("sses", StringComparison.Ordinal) ? folded[..^2]
        : folded.EndsWith('s') ? folded[..^1]
        : folded;

    /// <summary>Every stem that stands in a band.</summary>
    public static IEnumerable<KeyValuePair<string, double>> All => Shares;

    // A word that stands in two bands counts in the more common one.
    private static FrozenDictionary<string, double> Table()
    {
        var shares = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (share, words) in Bands)
        {
            foreach (var word in words.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                shares.TryAdd(EnglishStemmer.Stem(WordFolding.Fold(word)), share);
        }

        return shares.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
