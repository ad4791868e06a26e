using System.Collections.Frozen;
using System.Numerics;

namespace Briefing.Core.Text;

/// <summary>
/// The commonest grammatical words of each language, in folded spelling, written by hand. A word that several languages
/// share counts for each of them by its share ("de" says little, "wird" says German).
/// </summary>
internal static class LanguageProfiles
{
    private static readonly (string Code, string Words)[] Profiles =
    [
        ("en", "the of and to in is that for it was on with as his he at by be this have from or had not are but which you they an were we their has been said will would who when there she her him its about more after also than into over could some these our out up your what so them if one can all no do how i my just may most other new us get us only"),
        ("de", "der die das und ist den von zu mit sich des auf fur nicht ein eine dem im als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn ihre ihr seine kann gegen vom schon unter sollen wir ihren seinen diese dieser lesen sei ab hatte keine uns unsere ich ihnen wurden zwischen wieder alle jetzt immer heute artikel nachdem hatten waren seit weil zwei drei neun jedoch bereits sagte sagten teilte soll konnte konnten dieses damit sowie rund"),
        ("fr", "le la les des du de et est un une en que qui dans pour sur au par plus avec ne se pas ce il sont cette aux ont mais ou son sa ses leur nous vous elle ete comme apres fait aussi tout etre a deux ces entre sans meme depuis leurs avait avoir etait lors selon d l qu n s dont ils notre votre vos nos je c encore tres peut contre lire"),
        ("es", "el la los las de del y en que es un una por con para se no su al lo como mas o pero sus le ha este entre cuando muy sin sobre esta ser tiene tambien me hasta desde son fue dos donde ya todo era han habia si porque contra segun durante ese eso esa estan uno nos tras puede hace cada ante lea usted"),
        ("pt", "o a os as de do da dos das e em que um uma para com nao por se no na ao mais como mas foi ser tem sua seu ou ja quando muito nos isso pela pelo ate entre era depois sem mesmo aos ter seus esta suas sobre eu tambem so pelos num numa nas sao ele ela voce leia segundo ainda apos nesta neste foram"),
        ("it", "il lo la i gli le di del della dei delle dello e un una che per non con in da dal dalla si sono come anche ma al alla nel nella piu o ha ho se questo questa su sul sulla ci dopo stato stata tra suo sua essere loro fra ai alle quando era hanno degli all dell nell dall cui solo perche ogni chi fa due prima molto leggi"),
        ("nl", "de het een van en in is dat op te voor met zijn die niet aan er om ook als naar dan bij nog uit door over worden werd maar hij heeft ze wordt geen hebben deze meer kan tot was zich of ik je u ons onze wij wel zo moet hun haar tegen dit na zal veel al tussen lees jaar gaan"),
        ("sv", "och att det i en som pa ar av for med den till har de inte om ett han men var jag sig fran vi sa kan nar efter vid eller ska man under hon nu ocksa sedan mot mer finns utan mellan hade over blir vara sin dem alla detta skulle sina genom aven las upp vill ut mycket"),
        ("da", "og at det i en som pa er af for med den til har de ikke om et han men var jeg sig fra vi sa kan nar efter ved eller skal man under hun nu ogsa mod mere uden mellem havde over bliver vaere sin dem alle dette skulle blev hvor hvis denne disse laes af efter kun ud vil meget"),
        ("no", "og at det i en som pa er av for med den til har de ikke om et han men var jeg seg fra vi sa kan nar etter ved eller skal man under hun na ogsa mot mer uten mellom hadde over blir vaere sin dem alle dette skulle ble hvor hvis denne disse les bare ut vil mye etter noe sier"),
        ("fi", "ja on ei etta se oli han mutta ovat kun tai joka myos kuin mukaan sen jo ole niin nyt olla ollut vain viela siita kanssa jotka voi hanen jalkeen tama taman mita sita koska jos sekä seka ennen kaikki mukaan hyvin sitten lue enemman"),
        ("pl", "i w na z ze sie do nie to jest o jak przez po od za co dla jego a ale czy tym juz ich jej by oraz tak tylko ktory ktora ktore przy ma bedzie sa tego jako byl byla bylo moze ten ta te roku pod przed bez tez jeszcze czytaj wiecej"),
        ("cs", "a v na se je z o ze to s do i za pro by jako ktery ktera ktere po jeho od tak ale k byl byla bylo podle jsou pri ma uz nebo jeste jen v roce si svou bude kdyz take mezi az co pred proti jsem"),
        ("hu", "a az es hogy nem is egy meg ez de volt csak ha mar mint el vagy van ki kell azt sem minden meg lehet le utan szerint ami aki majd mert most azonban lesz nagy amely kozott ezt valamint illetve olvassa"),
        ("ro", "si in de a la cu pe este nu o ca din pentru sa un se mai care fost prin sau dupa fi sunt ce al ale ai au lui ei dar cel cea acest aceasta intre fara peste despre daca foarte doar avea era toate citeste"),
        ("tr", "ve bir bu da de icin ile olarak daha cok gibi olan oldu sonra ancak kadar ya ne o her en ise olduğunu oldugunu degil var ama hem soyledi dedi gore yeni tarafindan ki son ilk iki uzerine arasinda buyuk haber mi"),
        ("id", "dan yang di ini itu dengan untuk dari tidak dalam pada akan juga ke bisa ada oleh saya kita karena atau sudah telah lebih adalah mereka kami tersebut anda seperti saat bahwa dia secara hanya menjadi orang baca para hari tahun masih kepada"),
        ("sw", "na ya wa kwa ni katika la za kuwa hii hiyo huo alisema baada lakini pia cha yake wake kama huyo hilo watu wao hata sasa zaidi ambao ambayo"),
        ("hr", "i u je na se da za su od s o a koji koja koje kako bi sto nije ili ali iz biti samo jos ce do ne bio bila prema nakon kao sve te to toga mogu godine vise"),
        ("vi", "va cua la co trong duoc khong cho mot cac nguoi voi nay da nhung den nhu ra khi ve tu o tai"),
        ("ru", "и в не на что с он как это по к но из у за от о для то так же его все был она они мы вы бы до или если при уже только было будет также были году который которые после их может чтобы об еще ее со во этого том"),
        ("uk", "і в не на що з він як це по до але із у за від о для та так його все був вона вони ми ви б або якщо при вже тільки було буде також були році який які після їх може щоб про ще її зі цього є"),
        ("bg", "и в не на че с той как това по към но от за до или ако при вече само беше ще също бяха който които след им може да още я със този е са се си като му"),
        ("ar", "في من على إلى أن عن مع التي الذي هذا هذه كان ما لا بعد بين قد كما ذلك وقال قال وفي خلال عام أو"),
        ("fa", "در به از که این با را است برای آن یک می شود تا بر هم شده خود دو کرد او ما یا اما نیز باید"),
        ("ur", "کے میں کی ہے اور سے کا کو نے پر ہیں کہ اس یہ بھی تھا لیے گیا"),
    ];

    private static readonly string[] LetterHints =
    [
        "ß de", "ñ es", "¿ es", "¡ es", "ã pt", "õ pt", "ł pl", "ą pl", "ę pl", "ś pl", "ż pl", "ź pl", "ć pl hr", "ş tr", "ğ tr",
        "ı tr", "İ tr", "ø da no", "å sv da no", "æ da no", "ő hu", "ű hu", "ř cs", "ě cs", "ů cs", "ț ro", "ș ro", "ă ro vi",
        "đ hr vi", "ä de sv fi", "ö de sv fi hu tr", "ü de tr hu", "ê fr pt vi", "è fr it", "ù fr it", "ò it", "œ fr", "ы ru",
        "э ru", "ё ru", "і uk", "ї uk", "є uk", "ъ bg", "پ fa ur", "گ fa ur", "چ fa ur", "ٹ ur", "ے ur", "ں ur", "ہ ur",
    ];

    /// <summary>ISO 639-1 codes; a language's number is its place here.</summary>
    public static readonly string[] Codes = [.. Profiles.Select(profile => profile.Code)];

    /// <summary>Folded word → bits of the languages that use it.</summary>
    public static readonly WordTable<uint> Words = BuildWords();

    /// <summary>Letter → bits of the languages it hints at.</summary>
    public static readonly FrozenDictionary<char, uint> Hints = LetterHints
        .Select(hint => hint.Split(' '))
        .ToFrozenDictionary(parts => parts[0][0], parts => parts[1..].Aggregate(0u, (bits, code) => bits | BitOf(code)));

    /// <summary>What one use of the word says for each of its languages: 1 for a word of one language alone.</summary>
    public static float WeightOf(uint languages) => 1f / BitOperations.PopCount(languages);

    public static int IndexOf(string code) => Array.IndexOf(Codes, code);

    private static uint BitOf(string code) => 1u << IndexOf(code);

    private static WordTable<uint> BuildWords()
    {
        var words = new Dictionary<string, uint>(StringComparer.Ordinal);
        for (var language = 0; language < Profiles.Length; language++)
        {
            foreach (var word in Profiles[language].Words.Split(' ').Select(LetterFolding.Fold))
                words[word] = words.GetValueOrDefault(word) | (1u << language);
        }

        return new WordTable<uint>(words);
    }
}
