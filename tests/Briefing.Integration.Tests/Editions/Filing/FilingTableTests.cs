using Briefing.Core.Model;
using Briefing.Core.Topics;
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

    private static readonly string[] Files = ["FilingTable.txt", "FilingTable.HeldOut.txt", "FilingTable.Angles.txt"];

    [Fact]
    [Trait("Category", "Quality")]
    public void StatementsGoWhereAPersonPutThem()
    {
        var topics = BriefingConfiguration.Load(Repository.PathOf("briefing.json")).Configuration!.Topics;
        var (right, all) = (0, 0);
        foreach (var file in Files)
        {
            var counts = Measure(file, [.. topics, Energy, Sahel]);
            output.WriteLine($"{file}: {counts.Right} of {counts.All} right");
            (right, all) = (right + counts.Right, all + counts.All);
        }

        output.WriteLine($"{right} of {all} right, {(double)right / all:F3}");
        Assert.True(all >= 200, "The tables are shorter than they were.");
        QualityFloors.Hold("filing.table.accuracy", (double)right / all);
    }

    private (int Right, int All) Measure(string file, Topic[] topics)
    {
        var table = FilingTable.Read(file);
        var places = new TopicFiler(topics).File([.. table.Select(row => row.Story)]).Sections
            .SelectMany(section => section.Stories.SelectMany(story => story.Claims.Select(claim => (claim.Id, Topic: section.Topic.Id))))
            .ToDictionary(place => place.Id, place => place.Topic);
        var (right, all) = (0, 0);
        foreach (var (claim, expected) in table.SelectMany(row => row.Story.Claims.Zip(row.Expected)))
        {
            var place = places.GetValueOrDefault(claim.Id);
            all++;
            if (string.Equals(place, expected, StringComparison.Ordinal))
                right++;
            else
                output.WriteLine($"{place ?? "none"} instead of {expected ?? "none"}: {claim.Text}");
        }

        return (right, all);
    }
}
