using Briefing.Core.Text;

namespace Briefing.Core.Extraction.Lines;

/// <summary>
/// Words that pages of any publisher use for what is not the article, in several languages: general vocabulary, no site's own.
/// Folded spelling; phrases are parted by semicolons. Alone they decide little; <see cref="LineClassifier"/> weighs them with the line's form.
/// </summary>
internal static class PageVocabulary
{
    public static readonly PhraseTable Phrases = new(
    [
        (PhraseKinds.Related,
            "related; related articles; related stories; related story; related news; related topics; related posts; related content; related coverage; related links; related reading; related video; related videos; read more; read also; also read; read next; read on; more on this; more on this story; more from; more news; more stories; more in; more like this; latest stories; latest news; latest articles; latest posts; latest; top stories; top news; most read; most popular; most viewed; most shared; most watched; popular; popular stories; popular now; trending; trending now; trending stories; trending news; recommended; recommended for you; recommended stories; you may also like; you might also like; you may like; don't miss; editor's picks; editors' picks; editor's pick; editor's choice; editors' choice; see also; up next; next article; previous article; next story; previous story; other stories; other news; in other news; recent posts; recent news; recent articles; further reading; what to read next; from the web; around the web; sponsored content; paid content; promoted stories; must read; must reads; in case you missed it; featured; featured stories; suggested; headlines; today's headlines; more headlines; more coverage; keep reading; continue reading; get more stories; next up; watch; watch now; watch also; similar articles; similar stories; similar news; explore more; you may have missed; stories for you; "
            + "verwandte artikel; verwandte themen; verwandte beitrage; ahnliche artikel; ahnliche beitrage; mehr zum thema; mehr dazu; lesen sie auch; lesen sie mehr; lesen sie dazu; lesen sie weiter; lesen sie dazu auch; auch interessant; weitere artikel; weitere themen; weitere nachrichten; weitere meldungen; weitere beitrage; das konnte sie auch interessieren; das konnte sie interessieren; meistgelesen; meistgelesene artikel; meist gelesen; aktuelle nachrichten; neueste artikel; neueste nachrichten; neueste beitrage; zum thema; top themen; topthemen; mehr aus; mehr von; mehr nachrichten; weiterlesen; empfohlen; empfehlungen; passend dazu; siehe auch; "
            + "articles lies; articles similaires; articles associes; articles connexes; a lire aussi; a lire egalement; lire aussi; lire la suite; lire egalement; sur le meme sujet; sur le meme theme; a voir aussi; voir aussi; les plus lus; les plus populaires; dernieres nouvelles; dernieres actualites; derniers articles; plus d'articles; plus d'actualites; dans la meme rubrique; a ne pas manquer; recommande pour vous; nos recommandations; vous aimerez aussi; ailleurs sur le web; l'actualite en continu; en savoir plus; "
            + "noticias relacionadas; articulos relacionados; contenido relacionado; te puede interesar; le puede interesar; tambien te puede interesar; lea tambien; lee tambien; lea mas; leer mas; mas noticias; mas leidas; lo mas leido; lo mas visto; ultimas noticias; mas informacion; temas relacionados; vea tambien; ver mas; no te pierdas; noticias destacadas; recomendados; sigue leyendo; "
            + "noticias relacionadas; artigos relacionados; leia tambem; leia mais; veja tambem; veja mais; mais lidas; mais lidos; mais noticias; ultimas noticias; saiba mais; recomendados para voce; posts relacionados; conteudo relacionado; "
            + "leggi anche; articoli correlati; potrebbe interessarti; potrebbe interessarti anche; potrebbero interessarti; ultime notizie; piu letti; i piu letti; piu lette; notizie correlate; vedi anche; leggi tutto; guarda anche; "
            + "lees ook; lees meer; lees verder; gerelateerde artikelen; meer nieuws; meest gelezen; bekijk ook; laatste nieuws; ook interessant; "
            + "las ocksa; las mer; relaterade artiklar; mer om; mest last; senaste nytt; laes ogsa; laes mere; relaterede artikler; mest laeste; seneste nyt; les ogsa; les mer; relaterte artikler; mest lest; siste nytt; lue myos; lue lisaa; luetuimmat; "
            + "czytaj takze; czytaj rowniez; czytaj tez; czytaj wiecej; zobacz takze; zobacz tez; powiazane artykuly; najczesciej czytane; polecane; ctete take; souvisejici clanky; nejctenejsi; olvassa el; kapcsolodo cikkek; citeste si; articole similare; "
            + "ilgili haberler; ilginizi cekebilir; bunlar da ilginizi cekebilir; son dakika; cok okunanlar; benzer haberler; baca juga; berita terkait; artikel terkait; berita lainnya; terpopuler; terkini; simak juga; lihat juga; "
            + "читайте также; читать также; по теме; похожие материалы; похожие статьи; похожие новости; другие новости; последние новости; смотрите также; самое читаемое; популярное; новости по теме; рекомендуем; читайте також; "
            + "اقرأ أيضا; مواضيع ذات صلة; أخبار ذات صلة; الأكثر قراءة; 関連記事; あわせて読みたい; 人気記事; おすすめ記事; 相关阅读; 相关新闻; 相关文章; 推荐阅读; 热门文章; 관련기사; 관련 기사; 많이 본 뉴스; 인기기사"),
        (PhraseKinds.ReadMore,
            "read more; read also; also read; read next; read on; keep reading; continue reading; watch; watch now; watch also; see also; lesen sie auch; lesen sie mehr; lesen sie dazu; lesen sie weiter; lesen sie dazu auch; weiterlesen; mehr dazu; siehe auch; a lire aussi; a lire egalement; "
            + "lire aussi; lire la suite; lire egalement; a voir aussi; voir aussi; en savoir plus; lea tambien; lee tambien; lea mas; leer mas; vea tambien; ver mas; sigue leyendo; leia tambem; leia mais; veja tambem; veja mais; saiba mais; leggi anche; leggi tutto; vedi anche; guarda anche; lees ook; lees meer; lees verder; bekijk ook; las ocksa; las mer; laes ogsa; laes mere; les ogsa; les mer; lue myos; lue lisaa; czytaj takze; czytaj rowniez; czytaj tez; czytaj wiecej; zobacz takze; zobacz tez; ctete take; olvassa el; citeste si; baca juga; simak juga; lihat juga; читайте также; читать также; смотрите также; читайте також"),
        (PhraseKinds.Comments,
            "comments; comment; leave a comment; leave a reply; post a comment; add a comment; add comment; view comments; show comments; read comments; load comments; join the conversation; join the discussion; have your say; no comments; write a comment; comments section; commenting; comments are closed; top comments; all comments; reader comments; discussion; replies; letters to the editor; "
            + "kommentare; kommentar; kommentieren; kommentar schreiben; kommentare anzeigen; diskutieren sie mit; commentaires; commentaire; laisser un commentaire; reagir; commenter; comentarios; deja un comentario; dejar un comentario; comentar; comentarios; deixe um comentario; commenti; lascia un commento; commento; reacties; reactie; reageer; kommentarer; komentarze; komentarz; skomentuj; yorumlar; yorum yap; yorum yaz; komentar; комментарии; комментировать; оставить комментарий; добавить комментарий; التعليقات; コメント; 评论; 댓글"),
        (PhraseKinds.Share,
            "play video; video player is loading; video player; audio player; is loading; current time; remaining time; playback rate; unmute; fullscreen; picture-in-picture; this is a modal window; your browser does not support; share; shares; share this; share on; share via; share this article; share this story; tweet; retweet; facebook; twitter; instagram; linkedin; pinterest; whatsapp; telegram; reddit; tumblr; youtube; tiktok; snapchat; messenger; flipboard; email; e-mail; mail; print; copy link; copy url; short url; follow; follow us; follow us on; connect with us; like us; rss; save; bookmark; listen; click to share; send; pin it; stumbleupon; threads; bluesky; mastodon; wechat; weibo; vkontakte; google+; link copied; permalink; "
            + "teilen; artikel teilen; drucken; merken; folgen; folgen sie uns; per mail; e-mail senden; link kopieren; partager; imprimer; envoyer; suivre; suivez-nous; suivez nous; copier le lien; compartir; imprimir; enviar; seguir; siguenos; copiar enlace; copiar link; compartilhar; compartilhe; partilhar; siga-nos; siga; curtir; condividi; stampa; invia; seguici; delen; deel; volg ons; afdrukken; dela; skriv ut; folj oss; del; folg oss; udostepnij; drukuj; sledujte; paylas; yazdir; takip et; bagikan; cetak; ikuti; поделиться; печать; подписывайтесь; распечатать; شارك; مشاركة; 分享; 打印; 공유; シェア; 印刷"),
        (PhraseKinds.Promotion,
            "subscribe; subscribe now; subscribe to; subscription; subscriptions; subscriber; subscribers; newsletter; newsletters; sign up; sign up for; download; download app; download the app; download our app; get the app; get our app; mobile app; play store; app store; google play; e-paper; epaper; e-edition; digital edition; print edition; advertisement; advertisements; advertise; advert; sponsored; sponsored by; promoted; channel; whatsapp channel; telegram channel; join our; join us; become a member; donate; support us; support our; free trial; special offer; special offers; offers; deals; giveaway; classifieds; classified; job adverts; jobs; podcast; podcasts; notifications; push notifications; alerts; breaking news alerts; get our newsletter; get the latest; stay updated; stay informed; stay tuned; in your inbox; to your inbox; delivered to; enter your email; your email; email address; unlimited access; try it now; buy now; shop now; order now; "
            + "abonnieren; abonnement; jetzt abonnieren; abo; anzeige; werbung; newsletter abonnieren; jetzt anmelden; app herunterladen; gratis testen; s'abonner; abonnez-vous; abonnez vous; abonne; abonnes; publicite; telecharger l'application; telechargez; inscrivez-vous; inscrivez vous; suscribete; suscribase; suscripcion; publicidad; boletin; descarga; descargar; suscriptores; assine; assinatura; assinantes; publicidade; baixe; cadastre-se; inscreva-se; iscriviti; abbonati; abbonamento; pubblicita; scarica; abonneer; abonneren; nieuwsbrief; advertentie; prenumerera; nyhetsbrev; annons; annonse; abonner; tilmeld; nyhedsbrev; tilaa; uutiskirje; mainos; subskrybuj; zapisz sie; prenumerata; reklama; odebirat; hirlevel; hirdetes; aboneaza-te; publicitate; abone ol; reklam; bulten; berlangganan; iklan; langganan; подписаться; подпишитесь; подписка; реклама; рассылка; скачать; اشترك; إعلان; 広告; 订阅; 广告; 下载; 구독; 광고"),
        (PhraseKinds.Consent,
            "cookie; cookies; cookie policy; privacy policy; privacy settings; privacy notice; privacy preferences; your privacy; gdpr; consent; consent preferences; accept all; reject all; manage preferences; manage cookies; personal data; data protection; do not sell; legitimate interest; third-party; third parties; personalise; personalize; personalised ads; personalized ads; our partners; "
            + "datenschutz; datenschutzerklarung; datenschutzrichtlinie; einwilligung; alle akzeptieren; akzeptieren; ablehnen; zustimmen; personenbezogene daten; politique de confidentialite; confidentialite; consentement; tout accepter; tout refuser; donnees personnelles; politica de privacidad; aceptar todo; rechazar; datos personales; politica de privacidade; aceitar; rejeitar; dados pessoais; informativa sulla privacy; informativa; accetta; rifiuta; dati personali; privacyverklaring; privacybeleid; accepteren; weigeren; toestemming; integritetspolicy; godkann; personuppgifter; samtykke; polityka prywatnosci; akceptuje; pliki cookie; ciasteczka; ochrana osobnich udaju; cerez; cerezler; gizlilik politikasi; kisisel verilerin; kebijakan privasi; куки; файлы cookie; политика конфиденциальности; персональных данных; ملفات تعريف الارتباط"),
        (PhraseKinds.SiteFoot,
            "contact; contact us; about; about us; terms; terms of use; terms of service; terms and conditions; terms & conditions; careers; sitemap; site map; help; faq; faqs; customer service; help center; help centre; accessibility; imprint; masthead; legal; legal notice; disclaimer; editorial policy; corrections; work with us; press releases; archive; archives; back to top; skip to content; skip to main content; privacy; your ad choices; ad choices; adchoices; powered by; all rights reserved; copyright; registered trademark; reproduction; republished; unauthorized; without permission; "
            + "impressum; kontakt; agb; nutzungsbedingungen; uber uns; hilfe; karriere; alle rechte vorbehalten; nach oben; mentions legales; conditions generales; conditions d'utilisation; qui sommes-nous; nous contacter; contactez-nous; plan du site; tous droits reserves; aviso legal; contacto; quienes somos; condiciones; todos los derechos reservados; contato; quem somos; fale conosco; termos de uso; todos os direitos reservados; contatti; chi siamo; note legali; condizioni; tutti i diritti riservati; riproduzione riservata; contact opnemen; over ons; voorwaarden; alle rechten voorbehouden; om oss; villkor; kontakta oss; alla rattigheter; regulamin; o nas; wszelkie prawa zastrzezone; hakkimizda; iletisim; kunye; tum haklari saklidir; tentang kami; kontak; redaksi; pedoman media siber; hubungi kami; о нас; контакты; правила; все права защищены; 利用規約; お問い合わせ; 联系我们; 关于我们; 무단전재 및 재배포 금지; 무단전재"),
        (PhraseKinds.Picture,
            "photo; photos; photo by; photograph; image; images; image credit; image credits; image source; photo credit; picture; pictures; credit; illustration; illustrations; graphic; screenshot; screengrab; file photo; file picture; file image; stock photo; representational image; representative image; handout; getty images; getty; shutterstock; istock; unsplash; courtesy; pool photo; above; caption; video; gallery; photo gallery; slideshow; "
            + "foto; bild; bilder; symbolbild; archivbild; archivfoto; bildquelle; quelle; fotos; illustrationsbild; credit photo; photographie; image d'illustration; photo d'illustration; imagen; foto de archivo; imagem; reproducao; divulgacao; immagine; archivio; beeld; zdjecie; fot; zdroj; fotoğraf; fotograf; ilustrasi; sumber; dok; фото; иллюстрация; снимок; صورة; 写真; 画像; 图片; 图; 资料图; 사진"),
        (PhraseKinds.Stamp,
            "updated; last updated; published; published on; first published; posted; posted on; last modified; modified; created; date; issued; released; "
            + "aktualisiert; veroffentlicht; stand; zuletzt aktualisiert; erstellt; datum; publie; publie le; mis a jour; mise a jour; modifie; actualizado; publicado; publicada; fecha; atualizado; atualizado em; publicado em; data; pubblicato; aggiornato; gepubliceerd; bijgewerkt; publicerad; uppdaterad; publiceret; opdateret; publisert; oppdatert; julkaistu; paivitetty; opublikowano; aktualizacja; data publikacji; publikovano; aktualizovano; yayinlanma; guncelleme; diterbitkan; diperbarui; опубликовано; обновлено; дата; 公開; 更新; 发布; 发布时间; 입력; 수정"),
        (PhraseKinds.Counter,
            "min read; minute read; minutes read; mins read; minutes to read; reading time; ago; views; view count; likes; followers; lesezeit; min lesezeit; minuten lesezeit; temps de lecture; min de lecture; tiempo de lectura; min de lectura; minutos de lectura; tempo de leitura; tempo di lettura; min di lettura; leestijd; lastid; visualizacoes; lecturas; просмотров; просмотры"),
        (PhraseKinds.Feedback,
            "do you like this; did you like this; was this article helpful; was this helpful; did you find this; rate this; rate this article; help us improve; give us feedback; give feedback; send feedback; feedback; tell us what you think; let us know; spotted an error; found an error; report an error; report a mistake; report this; report a typo; suggest a correction; take our survey; what do you think; how did we do; hat ihnen dieser artikel gefallen; hat ihnen der artikel gefallen; gefallt ihnen; war dieser artikel hilfreich; fehler melden; fehler gefunden; feedback geben; helfen sie uns; cet article vous a plu; avez-vous aime; cet article vous a-t-il; signaler une erreur; aidez-nous; te ha gustado; le ha gustado; te gusto; reportar error; ayudanos a mejorar; gostou; gostou desta; gostou do; erramos; viu algum erro; ti e piaciuto; segnala un errore; wat vindt u; fout gezien; fout opgemerkt; podobal sie; zglos blad; нашли ошибку; сообщить об ошибке"),
        (PhraseKinds.ThisText,
            "this article; this story; this report; this post; this page; this content; this text; this item; this summary; this piece; the article; this news; this website; this site; our site; our website; diese website; diese seite; dieser artikel; diesen artikel; dieser text; dieser beitrag; diese meldung; cet article; ce contenu; ce texte; ce site; este articulo; esta noticia; este contenido; este texto; este artigo; este conteudo; esta materia; esta reportagem; este site; questo articolo; questo contenuto; questo testo; questo sito; dit artikel; dit bericht; deze tekst; deze website; den har artikeln; artikeln; den har texten; texten; denna text; denna artikel; denne artikkelen; artikkelen; denne teksten; denne saken; saken; denne artikel; artiklen; denne tekst; teksten; tama artikkeli; tama teksti; tama juttu; jutun; juttu; ten artykul; artykul; ten tekst; tekst; ten material; tento text; tento clanek; clanek; bu haber; bu makale; bu icerik; bu metin; bu yazi; цей текст; цей матеріал; матеріал; ця стаття; стаття; статтю; artikel ini; berita ini; эта статья; эту статью; этот текст; статья; материал; この記事; 本文; 本稿; 이 기사"),
        (PhraseKinds.Call,
            "sign up; sign up for; sign up to; subscribe; subscribe to; subscribe now; download; download the; join our; join the; join us; get our; get the latest; get the app; register; register now; follow; follow us; click here; tap here; scan; donate; become a member; "
            + "abonnieren sie; jetzt abonnieren; melden sie sich; folgen sie; laden sie; jetzt anmelden; abonnez-vous; inscrivez-vous; telechargez; suivez-nous; suscribete; suscribase; siguenos; descarga; unete; assine; inscreva-se; baixe; siga; iscriviti; abbonati; seguici; scarica; abonneer; schrijf je in; meld je aan; volg ons; prenumerera; folj oss; tilmeld; folg oss; zapisz sie; obserwuj; abone ol; takip edin; ikuti; unduh; подпишитесь; подписывайтесь; скачайте"),
        (PhraseKinds.Account,
            "log in; login; sign in; log out; logout; register; registration; my account; create account; create an account; password; username; forgot password; manage account; anmelden; einloggen; registrieren; mein konto; passwort; se connecter; connexion; mon compte; mot de passe; s'inscrire; iniciar sesion; registrarse; contrasena; mi cuenta; entrar; senha; minha conta; accedi; registrati; inloggen; aanmelden; logga in; logg inn; log ind; zaloguj; zarejestruj; giris yap; uye ol; masuk; daftar; войти; регистрация; вход; пароль"),
    ]);
}

/// <summary>The furniture phrases found in one line.</summary>
internal struct PhraseHits
{
    /// <summary>Every kind found anywhere in the line.</summary>
    public PhraseKinds Kinds;

    /// <summary>Kinds of the phrases that open the line.</summary>
    public PhraseKinds Opening;

    /// <summary>Words of the longest phrase that opens the line.</summary>
    public int OpeningWords;

    /// <summary>Phrases found, of all kinds.</summary>
    public int Count;

    /// <summary>Words inside phrases; overlapping phrases count once.</summary>
    public int CoveredWords;

    /// <summary>Phrases about consent.</summary>
    public int ConsentCount;

    private int _coveredTo;

    public void Add(PhraseKinds kind, int at, int words)
    {
        Count++;
        Kinds |= kind;
        if (kind == PhraseKinds.Consent)
            ConsentCount++;
        var end = at + words;
        CoveredWords += Math.Max(0, end - Math.Max(at, _coveredTo));
        _coveredTo = Math.Max(_coveredTo, end);
        if (at != 0 || words < OpeningWords)
            return;
        Opening = words > OpeningWords ? kind : Opening | kind;
        OpeningWords = words;
    }

    public readonly bool Has(PhraseKinds kinds) => (Kinds & kinds) != PhraseKinds.None;

    public readonly bool OpensWith(PhraseKinds kinds) => (Opening & kinds) != PhraseKinds.None;
}

/// <summary>What a word or phrase of page furniture speaks of. A line may speak of several things.</summary>
[Flags]
internal enum PhraseKinds
{
    None = 0,

    /// <summary>Announces other articles: "Related", "Read more", "Latest stories".</summary>
    Related = 1,
    Comments = 2,

    /// <summary>Social networks, printing, sending, following.</summary>
    Share = 4,

    /// <summary>Subscriptions, newsletters, apps, channels, advertisements.</summary>
    Promotion = 8,
    Consent = 16,

    /// <summary>Terms, contacts, imprint, careers: the foot of a site.</summary>
    SiteFoot = 32,

    /// <summary>"Photo:", "Image credit": what stands by a picture.</summary>
    Picture = 64,

    /// <summary>"Updated", "Published", "Posted".</summary>
    Stamp = 128,

    /// <summary>"3 min read", "2 hrs ago": counters and relative times.</summary>
    Counter = 256,

    /// <summary>Asks for the reader's opinion of the page.</summary>
    Feedback = 512,

    /// <summary>Speaks of the article as a thing on a page: "this article", "dieser Artikel".</summary>
    ThisText = 1024,

    /// <summary>Logging in and registering.</summary>
    Account = 2048,

    /// <summary>Calls on the reader to do something: "Sign up", "Download".</summary>
    Call = 4096,

    /// <summary>Leads to one other page from the middle of a text: "Read more", "Watch".</summary>
    ReadMore = 8192,
}

/// <summary>Phrases by their first word, so that one walk over a line finds all of them; those without spaces (CJK) by search.</summary>
internal sealed class PhraseTable
{
    private readonly WordTable<Phrase[]> _byFirstWord;
    private readonly (string Text, PhraseKinds Kind)[] _spaceless;

    public PhraseTable((PhraseKinds Kind, string Phrases)[] lists)
    {
        var phrases = lists
            .SelectMany(list => list.Phrases.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(text => (Text: text, list.Kind)))
            .Distinct()
            .ToList();
        _spaceless = [.. phrases.Where(phrase => ScriptCounts.Of(phrase.Text).IsSpaceless)];
        _byFirstWord = new WordTable<Phrase[]>([.. phrases
            .Where(phrase => !ScriptCounts.Of(phrase.Text).IsSpaceless)
            .Select(phrase => new Phrase(LineWords.Of(phrase.Text).ToArray(), phrase.Kind))
            .GroupBy(phrase => phrase.Words[0], StringComparer.Ordinal)
            .Select(group => KeyValuePair.Create(group.Key, group.OrderByDescending(phrase => phrase.Words.Length).ToArray()))]);
    }

    /// <summary>What the line's words speak of; <paramref name="words"/> are folded.</summary>
    public PhraseHits Find(LineWords words, string line)
    {
        var hits = new PhraseHits();
        for (var at = 0; at < words.Count; at++)
        {
            if (!_byFirstWord.TryGetValue(words.HashOf(at), out var phrases))
                continue;
            foreach (var phrase in phrases)
            {
                if (words.Matches(at, phrase.Words))
                    hits.Add(phrase.Kind, at, phrase.Words.Length);
            }
        }

        if (words.IsSpaceless)
            AddSpaceless(ref hits, line);
        return hits;
    }

    private void AddSpaceless(ref PhraseHits hits, string line)
    {
        foreach (var (text, kind) in _spaceless)
        {
            var at = line.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
                hits.Add(kind, at == 0 ? 0 : 1, line.Length <= text.Length + 4 ? 1 : 0);
        }
    }

    private sealed record Phrase(string[] Words, PhraseKinds Kind);
}
