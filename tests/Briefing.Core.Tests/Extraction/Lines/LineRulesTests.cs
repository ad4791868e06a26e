using Briefing.Core.Extraction.Lines;
using Briefing.Core.Extraction.Segments;

namespace Briefing.Core.Tests.Extraction.Lines;

public class LineRulesTests
{
    [Theory]
    [InlineData("----", "no-words")]
    [InlineData("function(a) { run(); }", "code")]
    [InlineData("© 2026 Example News. All rights reserved.", "copyright")]
    [InlineData("Cookie settings", "consent-covered")]
    [InlineData("We and our partners store cookies on your device and process personal data, such as unique identifiers.", "consent-phrases-to-reader")]
    [InlineData("Was this article helpful?", "feedback")]
    [InlineData("Read more", "read-more-alone")]
    [InlineData("Related articles", "related-heading-alone")]
    [InlineData("Read more: Ferry strike called off", "related-title")]
    [InlineData("14 comments", "comment-count")]
    [InlineData("Sign up to our newsletter", "covered-promotion")]
    [InlineData("Share on Facebook", "covered-share")]
    [InlineData("Photo: A. Person/AFP", "caption")]
    [InlineData("By Anna Person in Tokyo", "byline")]
    [InlineData("(Reporting by Anna Person; editing by Ben Person)", "staff-credit")]
    [InlineData("Home | World | Asia | Politics", "divided-by-signs")]
    [InlineData("• Talks go on in Geneva this week", "list-point")]
    [InlineData("• Asia", "list-label")]
    [InlineData("The ministers met in Geneva on Monday.", "prose-sentence")]
    [InlineData("“Never again.”", "prose-spoken")]
    [InlineData("The ministers of the two countries agreed on four points:", "prose-to-be-continued")]
    [InlineData("Politics", "short")]
    [InlineData("Ferry strike called off after talks", "title")]
    public void ALineGetsItsRoleFromANamedRule(string text, string rule)
    {
        var lines = LineReader.Read(text, []);

        LineClassifier.Classify(lines);

        Assert.Equal(rule, Assert.Single(lines).Rule);
        Assert.Equal(Array.Find(LineRules.All, known => known.Name == rule)!.Role, lines[0].Role);
    }

    [Fact]
    public void EveryRuleHasANameOfItsOwn()
    {
        var names = LineRules.All.Select(rule => rule.Name).Concat([NumberedLinks.Rule]).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
        Assert.All(names, name => Assert.Matches("^[a-z]+(-[a-z]+)*$", name));
        Assert.All(LineRules.All, rule => Assert.NotEmpty(rule.Evidence));
    }

    [Fact]
    public void TheLastRulesTakeEveryLine()
    {
        var line = LineReader.Read("Ferry", [])[0];

        Assert.True(LineRules.All[^1].Applies(line));
        Assert.True(SegmentScores.All[^1].Applies(line));
    }
}
