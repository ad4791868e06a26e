using System.Collections.Immutable;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Core.Tests.Claims;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Novelty;

public class NewsSinceProperties
{
    // Which subjects an edition tells, and which of its sentences.
    private static readonly Arbitrary<(int Subjects, int Sentences)> Editions =
        Gen.Choose(1, (1 << TwoMornings.All.Count) - 1).Zip(Gen.Choose(0, int.MaxValue)).ToArbitrary();

    // Each makes up to three editions.
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(40);

    [Fact]
    public void AgainstItselfAnEditionContinuesWithEveryIdKept() => Check.One(Few, Prop.ForAll(Editions, drawn =>
    {
        var monday = Morning.Of(Morning.Monday, [], Stories(drawn));
        var tuesday = Morning.Of(Morning.Tuesday, [EditionMemory.Of(monday)], Stories(drawn));
        return Morning.Printed(tuesday).All(story => story.Status == NewsStatus.Continuing && story.Claims.All(claim => claim is { Status: NewsStatus.Continuing, Updates: null }))
            && Morning.Printed(monday).Select(story => (story.Id, story.Headline)).ToHashSet().SetEquals(Morning.Printed(tuesday).Select(story => (story.Id, story.Headline)));
    }));

    [Fact]
    public void AgainstNothingAnEditionIsNew() => Check.One(Few, Prop.ForAll(Editions, drawn =>
        Morning.Printed(Morning.Of(Morning.Monday, [], Stories(drawn))).All(story => story.Status == NewsStatus.New && story.Claims.All(claim => claim.Status == NewsStatus.New))));

    [Fact]
    public void TheOrderOfWhatIsRememberedChangesNothing() => Check.One(Few, Prop.ForAll(Editions, Editions, (one, other) =>
    {
        var friday = EditionMemory.Of(Morning.Of(Morning.Friday, [], Stories(one)));
        var monday = EditionMemory.Of(Morning.Of(Morning.Monday, [friday], Stories(other)));
        var random = new Random(one.Sentences);
        var shuffled = new[] { Shuffled(monday, random), Shuffled(friday, random) };
        return EditionJson.Write(Morning.Of(Morning.Tuesday, [friday, monday], Tuesday())).SequenceEqual(EditionJson.Write(Morning.Of(Morning.Tuesday, shuffled, Tuesday())));
    }));

    [Fact]
    public void NoTwoStoriesShareAnId() => Check.One(Few, Prop.ForAll(Editions, Editions, (one, other) =>
    {
        var friday = EditionMemory.Of(Morning.Of(Morning.Friday, [], Stories(one)));
        var monday = Morning.Of(Morning.Monday, [friday], [.. Stories(other), .. Stories(one), .. Tuesday()]);
        return Morning.Printed(monday).Select(story => story.Id).Distinct().Count() == Morning.Printed(monday).Length;
    }));

    private static Account[][] Stories((int Subjects, int Sentences) drawn) =>
    [
        .. TwoMornings.All
            .Where((_, at) => (drawn.Subjects & (1 << at)) != 0)
            .Select((story, at) => (Account[])[Account.Of([.. story.Monday.Where((_, sentence) => sentence == 0 || (drawn.Sentences & (1 << ((at + sentence) % 31))) != 0)]).Headed(story.MondayHeadline).Published(Morning.Friday)]),
    ];

    private static Account[][] Tuesday() =>
        [.. TwoMornings.All.Select(story => (Account[])[Account.Of([.. story.Tuesday.Select(told => told.Text)]).Headed(story.TuesdayHeadline).Published(Morning.Monday)])];

    private static RememberedEdition Shuffled(RememberedEdition edition, Random random)
    {
        return edition with { Stories = Shuffle(edition.Stories), Claims = Shuffle(edition.Claims), Articles = Shuffle(edition.Articles) };

        ImmutableArray<T> Shuffle<T>(ImmutableArray<T> items)
        {
            var shuffled = items.ToArray();
            random.Shuffle(shuffled);
            return [.. shuffled];
        }
    }
}
