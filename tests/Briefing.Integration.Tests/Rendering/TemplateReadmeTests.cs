using System.Reflection;
using Briefing.Tests.Shared;
using Briefing.Worker.Rendering.Models;

namespace Briefing.Integration.Tests.Rendering;

public class TemplateReadmeTests
{
    public static TheoryData<string> Types =>
    [
        .. new[]
        {
            typeof(EditionModel), typeof(SectionModel), typeof(StoryModel), typeof(StoryReference), typeof(StatementModel), typeof(MarkerModel), typeof(DifferenceModel),
            typeof(VariantModel), typeof(StatementReference), typeof(SourceModel), typeof(NewsModel), typeof(CoverageModel), typeof(CoverageLine), typeof(DropModel),
            typeof(CorrectionModel), typeof(CorrectionLine), typeof(NoticeModel), typeof(NoticeFact),
        }.Select(type => type.Name),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void EveryMemberThatTemplatesSeeIsDescribed(string type)
    {
        var readme = File.ReadAllText(Repository.PathOf("templates", "README.md"));
        var members = typeof(EditionModel).Assembly.GetType($"Briefing.Worker.Rendering.Models.{type}")!
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(Scriban.Runtime.StandardMemberRenamer.Rename);

        Assert.All(members, member => Assert.Contains($"`{member}`", readme, StringComparison.Ordinal));
    }
}
