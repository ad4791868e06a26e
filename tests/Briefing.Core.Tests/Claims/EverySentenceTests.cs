using Briefing.Core.Claims;
using Briefing.Core.Model;
using Briefing.Core.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Claims;

/// <summary>What must hold of any story, however its articles are made up.</summary>
public class EverySentenceTests
{
    private static readonly string[] Stock =
    [
        "The ferry Aurora sank off the port of Harwick on Tuesday after striking a sandbank in thick fog.",
        "The ferry Aurora sank off Harwick on Tuesday.",
        "Twelve people were rescued by the coast guard, which sent two boats and a helicopter.",
        "The coast guard sent two boats and a helicopter and rescued 14 people.",
        "“We heard a crash and then the lights went out,” said Ana Torvald, a passenger.",
        "\"We heard a crash and then the lights went out,\" Torvald said after the rescue.",
        "“Nobody told us anything for an hour.”",
        "She said she would never board a ferry again.",
        "The company may withdraw the Aurora's sister ship, although no date has been set.",
        "The company will withdraw the Aurora's sister ship.",
        "No date has been set for that.",
        "Fog closed the airport at Harwick for six hours, and trains ran late.",
        "Trains ran late.",
        "Yes.",
    ];

    [Fact]
    public void EverySentenceEndsAsAnAttributionOfSomeClaim() =>
        Prop.ForAll(Stories(), accounts =>
        {
            var reports = Account.Reports(accounts);
            var claims = new ClaimMerger().Merge(reports).Claims;
            return reports.All(report => report.Original.Article.Passages
                .Where(passage => passage.Kind != PassageKind.Subheading)
                .All(passage => IsCarried(report.Original.Article, passage, claims)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void EveryClaimIsVerbatimAndItsFirstAttributionIsItsText() =>
        Prop.ForAll(Stories(), accounts => Account.Merged(accounts).Claims.All(claim =>
            claim.Attributions[0].Span.Of(claim.Attributions[0].Article.Document.Text) == claim.Text
            && claim.Attributions.All(attribution => attribution.Span.Start >= 0 && attribution.Span.End <= attribution.Article.Document.Text.Length)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void TheSameReportsMergeAlikeEveryTime() =>
        Prop.ForAll(Stories(), accounts =>
            Account.Merged(accounts).Claims.Select(claim => claim.Id).SequenceEqual(Account.Merged(accounts).Claims.Select(claim => claim.Id)))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void IdsAreUniqueInTheStory() =>
        Prop.ForAll(Stories(), accounts => Account.Merged(accounts).Claims.Select(claim => claim.Id).Distinct().Count() == Account.Merged(accounts).Claims.Length)
        .QuickCheckThrowOnFailure();

    // All words of the passage lie in stretches that carry claims.
    private static bool IsCarried(Article article, Passage passage, IEnumerable<Claim> claims)
    {
        var spans = claims.SelectMany(claim => claim.Attributions)
            .Where(attribution => ReferenceEquals(attribution.Article, article) && attribution.Span.Overlaps(passage.Span))
            .Select(attribution => attribution.Span)
            .ToList();
        return Language.WordsIn(passage).All(word => spans.Exists(span => span.Contains(word)));
    }

    private static Arbitrary<Account[]> Stories() =>
        Gen.Elements(Stock).ListOf().Where(sentences => sentences.Count > 0)
            .Select(sentences => Account.Of([.. sentences.Distinct()]))
            .ListOf().Where(accounts => accounts.Count > 0)
            .Select(accounts => accounts.ToArray())
            .ToArbitrary();

    private static class Language
    {
        public static IEnumerable<TextSpan> WordsIn(Passage passage) =>
            Tokenizer.Words(passage.Text)
                .Select(word => new TextSpan(passage.Span.Start + word.Span.Start, passage.Span.Start + word.Span.End));
    }
}
