using Briefing.Core.Editions;
using Briefing.Core.Editions.Filing;
using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;
using Xunit.Abstractions;

namespace Briefing.Integration.Tests.Editions.Filing;

/// <summary>The configured topics, and two of other kinds, measured on labelled passages.</summary>
public class FilingTableTests(ITestOutputHelper output)
{
    // As a person would write them who knows the subject and not the table.
    private static readonly Topic Energy = new("energy", "Energy")
    {
        Terms =
        [
            .. "oil, crude, barrel, gas, LNG, pipeline, refinery, electricity, power plant, power station, power grid, reactor, nuclear power, wind farm, solar, coal, diesel, energy, OPEC"
                .Split(", ").Select(phrase => new TopicTerm(phrase)),
        ],
        Excluded = ["olive oil", "tear gas", "palm oil", "essential oil"],
    };

    private static readonly Topic Sahel = new("sahel", "Sahel")
    {
        Required = [["Sahel", "Mali", "Malian", "Bamako", "Niger", "Nigerien", "Niamey", "Burkina Faso", "Burkinabe", "Ouagadougou", "Chad", "N'Djamena"]],
        Excluded = ["Niger Delta", "Niger State", "Mayor Chad", "Mr Chad"],
    };

    [Theory]
    [Trait("Category", "Quality")]
    [InlineData("FilingTable.txt")]
    [InlineData("FilingTable.HeldOut.txt")]
    public void StatementsGoWhereAPersonPutThem(string file)
    {
        var topics = BriefingConfiguration.Load(Repository.PathOf("briefing.json")).Configuration!.Topics;
        var table = FilingTable.Read(file);
        var filed = new TopicFiler([.. topics, Energy, Sahel]).File([.. table.Select(row => row.Story)]);
        var places = filed.Sections
            .SelectMany(section => section.Stories.SelectMany(story => story.Claims.Select(claim => (claim.Id, section.Topic.Id))))
            .ToDictionary(place => place.Item1, place => place.Item2);

        var (right, all) = (0, 0);
        foreach (var row in table)
        {
            foreach (var (claim, expected) in row.Story.Claims.Zip(row.Expected))
            {
                var place = places.GetValueOrDefault(claim.Id);
                all++;
                if (string.Equals(place, expected, StringComparison.Ordinal))
                    right++;
                else
                    output.WriteLine($"{place ?? "none"} instead of {expected ?? "none"}: {claim.Text}");
            }
        }

        output.WriteLine($"{file}: {right} of {all} right, {(double)right / all:F3}");
        Assert.True(all >= 60, "The table is shorter than it should be.");
        QualityFloors.Hold("filing.table.accuracy", (double)right / all);
    }
}
