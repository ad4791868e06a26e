using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Stories;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Briefing.Core.Tests.Stories;

public class StoryFinderTests
{
    private static readonly LocalDate Monday = new(2026, 3, 2);

    [Fact]
    public void NoReportsMakeNoStories() => Assert.Empty(StoryFinder.Group([]));

    [Fact]
    public void AReportWithoutWordsIsAStoryOfItsOwn() =>
        Assert.Equal(["a1", "a2 a3", "a4"], Stories([.. Accounts.OfTheFerry.Prepend(("", "...")).Append(("", ""))]));

    [Fact]
    public void AccountsInOtherWordsAreOneStory()
    {
        Assert.Equal(["a1 a2"], Stories(Accounts.OfTheFerry));
        Assert.Equal(["a1 a2"], Stories(Accounts.OfTheMerger));
        Assert.Equal(["a1 a2"], Stories(Accounts.OfTheVisit));
    }

    [Fact]
    public void OneStateThatMeetsTwoOthersIsTwoStories()
    {
        const string Template =
            """
            {0} and Japan agreed to raise their ties to a strategic partnership, visiting Prime Minister {1} said after a meeting with Japan's Prime Minister Emi Kurata in Tokyo.
            Kurata said they agreed to step up cooperation on natural gas and on rare earths, and to develop a new fighter jet together.
            "We look at the same seas and see the same dangers," {1} said beside Kurata.
            """;
        static (string, string) Meeting(string state, string leader) => ($"{state}, Japan raise ties", string.Format(null, Template, state, leader));

        Assert.Equal(["a1", "a2"], Stories([Meeting("Italy", "Carla Brandi"), Meeting("Canada", "Paul Renwick")]));
        Assert.Equal(["a1 a2"], Stories([Meeting("Italy", "Carla Brandi"), ("Rome and Tokyo move closer", Meeting("Italy", "Carla Brandi").Item2)]));
    }

    [Fact]
    public void ThePartiesOfAnAccidentAreNone() =>
        Assert.Equal(["a1 a2"], Stories([("British climber dies in New Zealand fall", Climbers), ("Australian, English climbers killed in New Zealand", Climbers)]));

    private const string Climbers =
        """
        Two climbers were killed in separate falls on Mount Aspiring in New Zealand at the weekend, police in Queenstown said on Monday.
        One of the men fell four hundred metres from the north ridge; his partner raised the alarm by radio.
        """;

    [Fact]
    public void EachEventOfAMixedMorningIsAStory() =>
        Assert.Equal(["a1 a2", "a3 a4", "a5 a6"], Stories([.. Accounts.OfTheFerry, .. Accounts.OfTheMerger, .. Accounts.OfTheVisit]));

    [Theory]
    [MemberData(nameof(Accounts.LookAlikes), MemberType = typeof(Accounts))]
    public void TheSameTemplateWithOtherFactsIsAnotherStory(string about, string[] headlines, string[] texts)
    {
        Assert.NotEmpty(about);
        Assert.Equal(["a1", "a2"], Stories([.. headlines.Zip(texts)]));
    }

    [Theory]
    [MemberData(nameof(Subjects.Names), MemberType = typeof(Subjects))]
    public void AnAccountInOtherWordsOrOfTheDayAfterJoinsAndALookAlikeDoesNot(string name)
    {
        var subject = Subjects.Named(name);

        Assert.Equal(["a1 a2"], Stories([subject.Account, subject.Other]));
        Assert.Equal(["a1", "a2"], Stories([subject.Account, subject.LookAlike]));
        Assert.Equal(["a1 a2", "a3"], Stories([subject.Account, subject.Other, subject.LookAlike]));
    }

    [Fact]
    public void ManySubjectsWithTheirLookAlikesAreEachAStory()
    {
        var accounts = Subjects.All.SelectMany(subject => new[] { subject.Account, subject.Other, subject.LookAlike }).ToArray();

        var stories = Enumerable.Range(0, Subjects.All.Length).SelectMany(at => new[] { $"a{(3 * at) + 1} a{(3 * at) + 2}", $"a{(3 * at) + 3}" });
        Assert.Equal(stories, Stories(accounts));
    }

    [Fact]
    public void ACopyWithOtherPeopleAndCountriesIsAnotherStory()
    {
        var original = (ExchangedReport.Headline, ExchangedReport.Original);
        var other = (ExchangedReport.OtherHeadlineOfOriginal, ExchangedReport.OtherAccountOfOriginal);
        var copy = (ExchangedReport.OtherHeadline, ExchangedReport.Exchanged);

        Assert.Equal(["a1 a2"], Stories([original, other]));
        Assert.Equal(["a1", "a2"], Stories([original, copy]));
        Assert.Equal(["a1 a2", "a3"], Stories([original, other, copy]));
    }

    [Fact]
    public void TheOrderOfTheReportsDoesNotMatter()
    {
        (string, string)[] accounts = [.. Accounts.OfTheFerry, .. Accounts.OfTheMerger, .. Accounts.OfTheVisit];
        string[] Unordered(IReadOnlyList<Report> reports) =>
            [.. Named(reports).Select(story => string.Join(' ', story.Split(' ').Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal)];
        var inOrder = Unordered(Reports(accounts));

        Prop.ForAll(
                Gen.Shuffle(Reports(accounts)).ToArbitrary(),
                shuffled => Unordered([.. shuffled]).SequenceEqual(inOrder))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void AnUnrelatedReportChangesNoOtherStory()
    {
        (string, string)[] accounts = [.. Accounts.OfTheFerry, .. Accounts.OfTheMerger, .. Accounts.OfTheVisit];
        for (var left = 0; left < accounts.Length; left += 2)
        {
            var without = accounts.Where((_, at) => at / 2 != left / 2).ToArray();
            Assert.Equal(["a1 a2", "a3 a4"], Stories(without));
            Assert.Equal(["a1 a2", "a3 a4", "a5"], Stories([.. without, accounts[left]]));
        }
    }

    [Fact]
    public void AStoryIsInOrderOfPublicationTheUndatedLast()
    {
        var (first, second) = (Accounts.OfTheFerry[0], Accounts.OfTheFerry[1]);
        var reports = new[]
        {
            Report("a1", first, published: null),
            Report("a2", second, Monday.PlusDays(1)),
            Report("a3", first, Monday),
        };

        Assert.Equal(["a3 a2 a1"], Named(reports));
    }

    private static string[] Stories((string, string)[] accounts) => Named(Reports(accounts));

    private static Report[] Reports((string, string)[] accounts) =>
        [.. accounts.Select((account, at) => Report($"a{at + 1}", account, Monday))];

    private static string[] Named(IReadOnlyList<Report> reports) =>
        [.. StoryFinder.Group(reports).Select(story => string.Join(' ', story.Select(report => report.Original.Article.Id)))];

    private static Report Report(string id, (string Headline, string Text) account, LocalDate? published)
    {
        var article = Some.Article(account.Text, id, published) with { Headline = account.Headline };
        return new Report("r" + id, ImmutableArray.Create(new SourcedArticle(article, Origin: null, Basis: null, ReprintOf: null)));
    }
}
