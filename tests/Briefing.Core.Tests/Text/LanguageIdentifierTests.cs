using Briefing.Core.Text;

namespace Briefing.Core.Tests.Text;

public class LanguageIdentifierTests
{
    [Theory]
    [InlineData("en", "The ministers met in the capital and agreed that the work should go on, but they did not say when it would end.")]
    [InlineData("de", "Die Minister trafen sich in der Hauptstadt und vereinbarten, dass die Arbeit weitergehen soll, doch sie sagten nicht, wie lange.")]
    [InlineData("fr", "Les ministres se sont réunis dans la capitale et ont décidé que le travail devait se poursuivre, sans dire pour combien de temps.")]
    [InlineData("es", "Los ministros se reunieron en la capital y acordaron que el trabajo debe seguir, pero no dijeron hasta cuándo.")]
    [InlineData("pt", "Os ministros reuniram-se na capital e decidiram que o trabalho deve continuar, mas não disseram até quando.")]
    [InlineData("it", "I ministri si sono riuniti nella capitale e hanno deciso che il lavoro deve continuare, ma non hanno detto per quanto.")]
    [InlineData("nl", "De ministers kwamen in de hoofdstad bijeen en besloten dat het werk door moet gaan, maar zij zeiden niet hoe lang.")]
    [InlineData("sv", "Ministrarna träffades i huvudstaden och beslutade att arbetet ska fortsätta, men de sa inte hur länge det skulle pågå.")]
    [InlineData("pl", "Ministrowie spotkali się w stolicy i zgodzili się, że praca ma być kontynuowana, ale nie powiedzieli, jak długo to potrwa.")]
    [InlineData("tr", "Bakanlar başkentte bir araya geldi ve çalışmanın devam etmesi için anlaştı, ancak bunun ne kadar süreceği söylenmedi.")]
    [InlineData("id", "Para menteri bertemu di ibu kota dan sepakat bahwa pekerjaan itu akan dilanjutkan, tetapi tidak ada yang tahu sampai kapan.")]
    [InlineData("fi", "Ministerit tapasivat pääkaupungissa ja sopivat, että työ jatkuu, mutta he eivät kertoneet kuinka kauan se on käynnissä.")]
    [InlineData("ru", "Министры встретились в столице и договорились, что работа будет продолжена, но не сказали, как долго.")]
    [InlineData("uk", "Міністри зустрілися в столиці і домовилися, що робота буде продовжена, але не сказали, як довго.")]
    [InlineData("ar", "اجتمع الوزراء في العاصمة واتفقوا على أن العمل يجب أن يستمر ولكن لم يقولوا إلى متى")]
    [InlineData("ja", "閣僚らは首都で会談し、作業を続けることで合意した。")]
    [InlineData("zh", "部长们在首都会面，同意继续工作。")]
    [InlineData("ko", "장관들은 수도에서 만나 작업을 계속하기로 합의했다.")]
    [InlineData("el", "Οι υπουργοί συναντήθηκαν στην πρωτεύουσα.")]
    public void ALanguageIsKnownByItsScriptAndSmallWords(string code, string text)
    {
        var guess = LanguageIdentifier.Identify(text);

        Assert.Equal(code, guess.Code);
        Assert.True(guess.Confidence >= 0.5, $"confidence {guess.Confidence:F2}");
    }

    [Theory]
    [InlineData("Keir Starmer, Sanae Takaichi")]
    [InlineData("BAE Systems")]
    [InlineData("12:30")]
    [InlineData("")]
    public void NamesAndFiguresSayNothing(string text) =>
        Assert.True(LanguageIdentifier.Identify(text).Confidence < 0.5);
}
