using Briefing.Core.Language;

namespace Briefing.Core.Extraction;

/// <summary>Words in which publications of any kind sell themselves, folded, in several languages: general vocabulary, no site's own.</summary>
internal static class PromotionWords
{
    /// <summary>What publications offer, and the act of taking it; in news these words are seldom met outside stories about them.</summary>
    public static readonly WordSet Wares = WordSet.Of(
        "newsletter newsletters subscribe subscribes subscribing unsubscribe subscription subscriptions subscriber subscribers inbox e-paper epaper paywall " +
         "journalism newsroom membership memberships ad-free e-edition " +
         "abo abos abonnement abonnieren abonniert abonnenten abonnent postfach e-mail-postfach " +
         "abonner abonnez abonnez-vous abonne abonnes s'abonner infolettre lettre suscripcion suscribete suscribase suscriptores boletin boletines assine assinatura assinantes " +
         "abbonati abbonamento nieuwsbrief abonnee abonnees nyhetsbrev nyhedsbrev");

    /// <summary>What they send; a publication's where it says "our", anybody's otherwise.</summary>
    public static readonly WordSet Sendings = WordSet.Of(
        "email emails e-mail e-mails app apps podcast podcasts briefing briefings bulletin bulletins alert alerts digest edition editions");

    /// <summary>What they also offer or speak of.</summary>
    public static readonly WordSet Parts = WordSet.Of(
        "article articles notification notifications coverage website site archive archives crossword crosswords puzzle puzzles " +
         "magazine reporting stories headlines events account channel updates reporters journalists writers " +
         "zeitung ausgabe berichte nachrichten konto journal actualite noticias");

    /// <summary>Terms of a contract with the reader.</summary>
    public static readonly WordSet Conditions = WordSet.Of(
        "trial cancel anytime discount discounted offers renew renewal unsubscribe ad-free kundbar angebote offres ofertas");

    /// <summary>What an offer is praised for.</summary>
    public static readonly WordSet Terms = WordSet.Of(
        "free weekday weekdays weekly daily monthly unlimited exclusive cheaper everyday " +
         "kostenlos kostenlose gratis werktags taglich wochentlich monatlich gratuit gratuite gratuitement hebdomadaire quotidien quotidienne semanal diario gratuita");

    public static readonly WordSet Periods = WordSet.Of("day weekday morning evening night week month year tag morgen abend monat woche jour matin semaine mois dia manana semana mes");

    /// <summary>People as a publication's customers.</summary>
    public static readonly WordSet Customers = WordSet.Of(
        "reader readers subscriber subscribers supporters members leser leserinnen abonnenten lecteurs abonnes lectores suscriptores");

    public static readonly WordSet Ours = WordSet.Of("our unser unsere unseren unserem unserer notre nos nuestro nuestra nuestros nuestras nosso nossa nostra nostro onze");

    public static readonly WordSet We = WordSet.Of("we us our we're we'll we've wir uns unser unsere unseren unserem unserer nous notre nos nosotros nuestro nuestra nuestros nuestras");

    public static readonly WordSet You = WordSet.Of("you your yours you're you'll you've ihr ihre ihren ihrem ihnen sie vous votre vos usted tu tus");

    /// <summary>What such lines call on the reader to do.</summary>
    public static readonly WordSet Calls = WordSet.Of(
        "subscribe sign join get try download support donate become register follow discover enjoy read upgrade unlock start receive click tap listen stay want never love like enter " +
         "renew give choose explore browse visit check catch don't make help keep see find sent send prefer need miss unsubscribe buy order scan save add turn share tell " +
         "abonnieren testen lesen melden bestellen laden jetzt abonnez abonnez-vous inscrivez-vous recevez soutenez telechargez decouvrez suscribete suscribase reciba recibe descarga apoya apoye");

    /// <summary>Calls that nothing but an offer of this kind follows.</summary>
    public static readonly WordSet OwnCalls = WordSet.Of(
        "subscribe unsubscribe abonnieren abonnez-vous suscribete suscribase assine abbonati");

    /// <summary>What a publication says of itself: "is owned by a trust", "is printed on paper from managed forests".</summary>
    public static readonly WordSet OfItself = WordSet.Of(
        "funded owned printed independent published free delivered supported edited available member");

    /// <summary>Past tense and verbs of reporting: what a sentence of news has and an offer has not.</summary>
    public static readonly WordSet Telling = WordSet.Of(
        "was were had did would said told announced according spokesman spokeswoman spokesperson officials minister president police court found fell rose grew dropped launched raised lost " +
         "gained cut bought sold won began ended closed opened started stopped warned argued asked wrote reported reports warns argues called charged sued agreed accused company firm analysts " +
         "government parliament study survey researchers percent cent million billion " +
         "sagte sagten teilte erklarte sprecher sprecherin ministerin war waren hatte hatten wurde wurden prozent millionen etait ete declare affirme annonce selon ministre millions dijo anuncio " +
         "ministro presidente fue eran millones disse afirmou anunciou foi era");
}
