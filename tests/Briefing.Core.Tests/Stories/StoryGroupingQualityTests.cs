using Briefing.Core.Stories;
using Briefing.Tests.Shared;
using Xunit.Abstractions;

namespace Briefing.Core.Tests.Stories;

[Trait("Category", "Quality")]
public class StoryGroupingQualityTests(ITestOutputHelper output)
{
    private static readonly float[] Likenesses = [0.10f, 0.12f, 0.14f, 0.16f, 0.18f];
    private static readonly float[] SharesOfCohesion = [0.6f, 0.7f, 0.8f];

    private static readonly StoryThresholds[] Settings =
        [.. Likenesses.SelectMany(likeness => SharesOfCohesion.Select(share => new StoryThresholds { Likeness = likeness, ShareOfCohesion = share }))];

    private static readonly Lazy<Dictionary<string, LabelledArticles>> Articles =
        new(() => LabelledArticles.Sets.ToDictionary(set => set, LabelledArticles.Read));

    private static readonly Lazy<Dictionary<(string Set, StoryThresholds Bars), double>> Measured = new(() =>
        LabelledArticles.Sets
            .SelectMany(set => Settings.Select(bars => (Set: set, Bars: bars)))
            .ToDictionary(key => key, key => Articles.Value[key.Set].BCubedF1(key.Bars)));

    [SharedTheory]
    [InlineData("ecbplus")]
    [InlineData("gva")]
    [InlineData("allsides")]
    public void OneSettingGroupsEverySet(string set)
    {
        var score = Articles.Value[set].Score(StoryThresholds.Standard);

        output.WriteLine(FormattableString.Invariant(
            $"{set}: B-cubed P {score["bcubed_p"]:F4} R {score["bcubed_r"]:F4} F1 {score["bcubed_f1"]:F4}, pairs F1 {score["pair_f1"]:F4}"));
        QualityFloors.Hold($"clustering.{set}.bcubed_f1", score["bcubed_f1"]);
    }

    [SharedTheory]
    [InlineData("ecbplus")]
    [InlineData("gva")]
    [InlineData("allsides")]
    public void ASettingChosenOnTwoSetsHoldsOnTheThird(string heldOut)
    {
        var chosen = Settings.MaxBy(bars => LabelledArticles.Sets.Where(set => set != heldOut).Sum(set => Measured.Value[(set, bars)]))!;

        var score = Articles.Value[heldOut].Score(chosen)["bcubed_f1"];

        output.WriteLine(FormattableString.Invariant(
            $"{heldOut}: likeness {chosen.Likeness:F2}, share of cohesion {chosen.ShareOfCohesion:F2}: B-cubed F1 {score:F4}"));
        QualityFloors.Hold($"clustering.{heldOut}.bcubed_f1_loso", score);
    }

    // No other set has dates, so what a day is worth cannot be chosen without gva; without dates it is the words alone.
    [SharedFact]
    public void WithoutDatesTheWordsAloneStillTellTheStories() =>
        QualityFloors.Hold(
            "clustering.gva.bcubed_f1_undated",
            Articles.Value["gva"].Score(StoryThresholds.Standard with { SameDay = 1, FarApart = 1 })["bcubed_f1"]);
}
