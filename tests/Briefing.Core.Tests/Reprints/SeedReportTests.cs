using System.Collections.Immutable;
using Briefing.Core.Extraction;
using Briefing.Core.Model;
using Briefing.Core.Reprints;
using Briefing.Tests.Shared;

namespace Briefing.Core.Tests.Reprints;

/// <summary>Facts about five real page dumps, which are not part of this repository.</summary>
public class SeedReportTests
{
    [SharedFact]
    public void TheSameAgencyTextInTwoDumpsIsOneReportAndTheOthersAreTheirOwn() =>
        Assert.Equal(
            [["000", "001"], ["000"], ["002"], ["003"], ["004"]],
            Reports().Select(report => report.Articles.Select(article => article.Article.Document.Name[..3]).ToArray()));

    [SharedFact]
    public void FourArticlesComeFromTheAgencyEachWithItsBasis() =>
        Assert.Equal(
            [
                ("000", "AFP", OriginBasis.SameText),
                ("001", "AFP", OriginBasis.Byline),
                ("000", "AFP", OriginBasis.Told),
                ("002", "AFP", OriginBasis.Byline),
                ("003", null, null),
                ("004", null, null),
            ],
            Reports().SelectMany(report => report.Articles)
                .Select(article => (article.Article.Document.Name[..3], article.Origin, article.Basis)));

    [SharedFact]
    public void TheEarlierDumpHoldsTheOriginal()
    {
        var report = Reports()[0];

        Assert.Null(report.Original.ReprintOf);
        Assert.Same(report.Original.Article, report.Articles[1].ReprintOf);
    }

    [SharedFact]
    public void ACopyWithItsSentencesReorderedIsAReprint() =>
        AssertReprint(text => string.Join(' ', text.Split('\n').Reverse()));

    [SharedFact]
    public void ACopyCutToSixtyPercentIsAReprint() => AssertReprint(text => text[..(text.Length * 6 / 10)]);

    [SharedFact]
    public void ACopyWithEveryFigureChangedIsAReprint() =>
        AssertReprint(text => string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)('0' + ((c - '0' + 3) % 10)) : c)));

    [SharedFact]
    public void ACopyWithAMisspellingInEveryFiftyWordsIsAReprint() =>
        AssertReprint(text => string.Join(' ', text.Split(' ').Select((word, at) => at % 50 == 25 && word.Length > 3 ? word.Remove(2, 1) : word)));

    [SharedFact]
    public void ATextOfTheSameShapeWithOtherPeopleAndPlacesIsAnotherReport()
    {
        var article = Articles()[0];
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var other = string.Join(' ', article.Text.Split(' ', '\n').Select(word =>
        {
            if (!char.IsUpper(word.FirstOrDefault()))
                return word;
            if (!names.TryGetValue(word, out var name))
                names[word] = name = new Prose((ulong)names.Count + 500).Name();
            return name;
        }));

        Assert.Equal(2, ReprintFinder.Find([Some.Article(article.Text, "a"), Some.Article(other, "b")]).Length);
    }

    private static void AssertReprint(Func<string, string> alter)
    {
        foreach (var article in Articles().Where(article => article.Text.Length > 1_500))
            Assert.Single(ReprintFinder.Find([Some.Article(article.Text, "a"), Some.Article(alter(article.Text), "b")]));
    }

    private static ImmutableArray<Report> Reports() => ReprintFinder.Find(Articles());

    private static List<Article> Articles()
    {
        var paths = Directory.GetFiles(SharedData.PathOf("seeds"), "*.txt").Order(StringComparer.Ordinal);
        var documents = paths.Select((path, at) => Some.Document(File.ReadAllText(path), $"d{at + 1}") with { Name = Path.GetFileName(path) });
        return [.. documents.SelectMany(document => ArticleExtractor.Extract(document).Articles)];
    }
}
