using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Reprints;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Briefing.Core.Tests.Reprints;

public class ReprintFinderTests
{
    private static readonly LocalDate Monday = new(2026, 2, 2);

    [Fact]
    public void CopiesOfOneTextAreOneReport()
    {
        var text = new Prose(1).Text();

        var report = Assert.Single(Find(text, text));

        Assert.Equal(["a1", "a2"], report.Articles.Select(article => article.Article.Id));
    }

    [Fact]
    public void ATextCutToSixtyPercentIsStillAReprint() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Seeds, seed =>
        {
            var sentences = new Prose(seed).Sentences(20);
            return Find(Joined(sentences), Joined(sentences.Take(12))).Length == 1;
        }));

    [Fact]
    public void ATextWithParagraphsAddedIsStillAReprint() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Seeds, seed =>
        {
            var prose = new Prose(seed);
            var sentences = prose.Sentences(20);
            return Find(Joined(sentences), Joined([.. prose.Sentences(3), .. sentences, .. prose.Sentences(3)])).Length == 1;
        }));

    [Fact]
    public void ATextRespeltInTheBritishWayIsAReprintInEveryWord()
    {
        const string American = "The labor minister traveled to the center of the harbor, recognized the defense program and canceled the catalog.";
        const string British = "The labour minister travelled to the centre of the harbour, recognised the defence programme and cancelled the catalogue.";

        Assert.Single(Find(American, British));
        Assert.Equal(Keys(American), Keys(British));
    }

    [Fact]
    public void QuotationMarksDashesAccentsAndCaseDoNotMatter() =>
        Assert.Equal(
            Keys("\"We set out,\" Renée Müller said - in ZURICH - \"it's ours\"."),
            Keys("“We set out,” Renee Muller said — in Zurich — “it’s ours”."));

    [Fact]
    public void UnrelatedTextsAreNeverOneReport() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Seeds, seed => Find(new Prose(seed).Text(), new Prose(seed + 1).Text()).Length == 2));

    [Fact]
    public void ASharedQuotationDoesNotMakeTwoAccountsOne()
    {
        var quotation = new Prose(5).Sentence();

        Assert.Equal(2, Find(new Prose(1).Text() + quotation, new Prose(2).Text() + quotation).Length);
    }

    [Fact]
    public void AFlashThatTwoFullAccountsContainDoesNotMakeTheseOne()
    {
        var flash = new Prose(1).Text(3);
        var reports = Find(flash, flash + " " + new Prose(2).Text(), flash + " " + new Prose(3).Text());

        Assert.Equal(2, reports.Length);
    }

    [Fact]
    public void AChainOfUpdatesIsNotOneReportWhereItsEndsShareLittle()
    {
        var sentences = new Prose(7).Sentences(60);
        var versions = Enumerable.Range(0, 8).Select(version => Joined(sentences.Skip(version * 6).Take(18))).ToArray();

        var reports = Find(versions);

        Assert.DoesNotContain(reports, report => Ids(report).Contains("a1") && Ids(report).Contains("a8"));
        Assert.All(reports, report => Assert.True(report.Articles.Length <= 3));
    }

    [Fact]
    public void ACopyWithOneFigureChangedIsStillAReprint()
    {
        var text = new Prose(3).Text() + " The bridge cost 250 million.";

        Assert.Single(Find(text, text.Replace("250", "350", StringComparison.Ordinal)));
    }

    [Fact]
    public void ATextOfTheSameShapeAboutSomethingElseIsAnotherReport()
    {
        var one = Form("Marta Oduya", "Lisbon", "Tuesday", "March", 14, 310);
        var other = Form("Piotr Halvorsen", "Ankara", "Friday", "July", 29, 875);

        Assert.Equal(2, Find(one, other).Length);
        Assert.Single(Find(one, one.Replace("310", "320", StringComparison.Ordinal)));
    }

    [Fact]
    public void ALongReportWithOtherPeopleAndCountriesIsAnotherReport()
    {
        Assert.Equal(2, Find(ExchangedReport.Original, ExchangedReport.Exchanged).Length);
        Assert.Single(Find(
            ExchangedReport.Original,
            ExchangedReport.Original.Replace("Tavaria ", "the Tavarian Republic ", StringComparison.Ordinal).Replace("Whitlock", "Whitlok", StringComparison.Ordinal)));
    }

    [Fact]
    public void ATextWhoseHeadlineNamesOtherPartiesIsAnotherReport()
    {
        var text = "The treaty between Norway and Chile was signed on Friday. " + new Prose(4).Text();
        var other = text.Replace("Chile", "Peru", StringComparison.Ordinal);

        Assert.Equal(2, ReprintFinder.Find([Titled("a1", "Norway, Chile sign treaty", text), Titled("a2", "Norway, Peru sign treaty", other)]).Length);
        Assert.Single(ReprintFinder.Find([Titled("a1", "Norway, Chile sign treaty", text), Titled("a2", "Norway, Peru sign treaty", text)]));
    }

    [Fact]
    public void ShufflingTheArticlesChangesNoReport() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Seeds, seed =>
        {
            var articles = Newsroom(seed);
            var shuffled = articles.ToArray();
            var prose = new Prose(seed + 99);
            for (var at = shuffled.Length - 1; at > 0; at--)
            {
                var with = prose.Next(at + 1);
                (shuffled[at], shuffled[with]) = (shuffled[with], shuffled[at]);
            }

            return Shape(ReprintFinder.Find(articles)).SetEquals(Shape(ReprintFinder.Find(shuffled)));
        }));

    [Fact]
    public void EveryArticleStandsInExactlyOneReport() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Seeds, seed =>
        {
            var articles = Newsroom(seed);
            var found = ReprintFinder.Find(articles).SelectMany(report => report.Articles).Select(article => article.Article);
            return found.OrderBy(article => article.Id, StringComparer.Ordinal).SequenceEqual(articles.OrderBy(article => article.Id, StringComparer.Ordinal));
        }));

    [Fact]
    public void TheEarliestPublishedIsTheOriginal()
    {
        var text = new Prose(1).Text();
        var reports = ReprintFinder.Find(
        [
            Some.Article(text, "undated"),
            Some.Article(text, "later", Monday),
            Some.Article(text, "earlier", Monday.PlusDays(-1)),
        ]);

        Assert.Equal(["earlier", "later", "undated"], Ids(Assert.Single(reports)));
    }

    [Fact]
    public void OfCopiesOfOneDayTheOneThatCreditsAnAgencyIsTheOriginal()
    {
        var text = new Prose(1).Text();
        var reports = ReprintFinder.Find(
        [
            Some.Article(text + " And more of it.", "fuller", Monday),
            Some.Article(text, "credited", Monday) with { Agency = "AFP" },
        ]);

        Assert.Equal("credited", Assert.Single(reports).Original.Article.Id);
    }

    [Fact]
    public void TenThousandCopiesCostNoMoreThanTenThousandArticles()
    {
        var text = new Prose(1).Text(6);
        var sentence = new Prose(2);
        var articles = Enumerable.Range(0, 10_000).Select(at => Some.Article(text + " " + sentence.Name(), $"a{at}")).ToArray();
        var clauses = new TokenStore();
        var search = new ReprintSearch(clauses, ReprintSearch.SparseSampling);
        var reader = new Utf8Tokenizer();
        foreach (var article in articles)
            search.Add(reader.Read(article.Text));
        var verified = 0;

        search.FindPairs(_ => verified++);

        Assert.InRange(verified, 9_999, 20 * 10_000);
        Assert.Single(ReprintFinder.Find(articles));
    }

    [Fact]
    public void BoilerplateOfEveryPageNeitherJoinsArticlesNorMultipliesTheWork()
    {
        var boilerplate = new Prose(1).Text(6);
        var articles = Enumerable.Range(0, 2_000).Select(at => Some.Article(new Prose((ulong)at + 10).Text(12) + " " + boilerplate, $"a{at}")).ToArray();
        var search = new ReprintSearch(new TokenStore(), ReprintSearch.SparseSampling);
        var reader = new Utf8Tokenizer();
        foreach (var article in articles)
            search.Add(reader.Read(article.Text));
        var verified = 0;

        Assert.Empty(search.FindPairs(_ => verified++));
        Assert.InRange(verified, 0, 20 * 2_000);
    }

    [Fact]
    public void TextsWithoutWordsAreNobodysReprints() => Assert.Equal(3, Find("", "…", "").Length);

    private static string Form(string person, string place, string day, string month, int first, int second) =>
        $"{place}: the finance minister {person} said on {day} that the two sides had agreed to set up a joint commission and to meet again "
        + $"within {first} days, after a working lunch that officials described as friendly and businesslike. The talks in {place} went on "
        + $"longer than planned, and the delegations left without speaking to the reporters who had waited since the morning. {person} told "
        + $"parliament later that the arrangement would be put before a committee in {month} and would cost {second} million, most of "
        + "which would come from a fund that had been set aside for such purposes when the last budget was passed. The opposition said that "
        + $"it wanted to see the text before it took a view, and asked for a debate before the end of {month}.";

    private static Article[] Newsroom(ulong seed)
    {
        var prose = new Prose(seed);
        var articles = new List<Article>();
        for (var story = 0; story < 4; story++)
        {
            var sentences = prose.Sentences(16);
            for (var copy = 0; copy < 4; copy++)
            {
                var kept = sentences.Where(_ => prose.Next(10) > copy).Concat(prose.Sentences(copy));
                articles.Add(Some.Article(Joined(kept), $"s{story}c{copy}", Monday.PlusDays(prose.Next(3))));
            }
        }

        return [.. articles];
    }

    private static Article Titled(string id, string headline, string text) => Some.Article(text, id) with { Headline = headline };

    private static HashSet<string> Shape(ImmutableArray<Report> reports) =>
        [.. reports.Select(report => string.Join(' ', Ids(report)))];

    private static IEnumerable<string> Ids(Report report) => report.Articles.Select(article => article.Article.Id);

    private static ImmutableArray<Report> Find(params string[] texts) =>
        ReprintFinder.Find([.. texts.Select((text, at) => Some.Article(text, $"a{at + 1}"))]);

    private static string Joined(IEnumerable<string> sentences) => string.Join(' ', sentences);

    private static uint[] Keys(string text) => [.. new Utf8Tokenizer().Read(text).ToArray().Select(TokenCode.Key)];

    private static Arbitrary<ulong> Seeds => Gen.Choose(1, 1_000_000).Select(seed => (ulong)seed * 1000).ToArbitrary();
}
