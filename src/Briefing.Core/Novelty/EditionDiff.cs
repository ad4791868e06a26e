using System.Collections.Immutable;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;

namespace Briefing.Core.Novelty;

/// <summary>
/// Compares two editions statement by statement, by the rules that say what is new from day to day. Each statement has one
/// counterpart at most: word for word, else the one that the second edition names as updated, else the closest in meaning.
/// Cost: about linear in the statements.
/// </summary>
public static class EditionComparer
{
    public static EditionComparison Compare(Edition from, Edition to)
    {
        var (before, after) = (EditionMemory.Of(from), EditionMemory.Of(to));
        var pairs = Counterparts(before, after, UpdatesOf(to));
        var links = pairs.ConvertAll(pair => (From: pair.From.Story, To: pair.To.Story));
        var (paired, answered) = (pairs.Select(pair => pair.From).ToHashSet(), pairs.Select(pair => pair.To).ToHashSet());
        var splits = links.ToLookup(link => link.From, link => link.To);
        var joins = links.ToLookup(link => link.To, link => link.From);
        return new EditionComparison
        {
            From = new ComparedEdition(from.Entry, from.Date, from.Version),
            To = new ComparedEdition(to.Entry, to.Date, to.Version),
            Added = [.. after.Claims.Where(claim => !answered.Contains(claim)).Select(Shown)],
            Gone = [.. before.Claims.Where(claim => !paired.Contains(claim)).Select(Shown)],
            Changed = [.. pairs.Where(pair => pair.Kind is not null).OrderBy(pair => pair.To.Place).Select(pair => new ChangedClaim(pair.Kind!, Shown(pair.From), Shown(pair.To)))],
            StoriesAdded = [.. after.Stories.Where(story => !joins.Contains(story.Id)).Select(Shown)],
            StoriesGone = [.. before.Stories.Where(story => !splits.Contains(story.Id)).Select(Shown)],
            Split = [.. before.Stories.Select(story => new SplitStory(Shown(story), Named(after, splits[story.Id]))).Where(split => split.To.Length > 1)],
            Joined = [.. after.Stories.Select(story => new JoinedStory(Named(before, joins[story.Id]), Shown(story))).Where(joined => joined.From.Length > 1)],
        };
    }

    private static List<Pair> Counterparts(RememberedEdition before, RememberedEdition after, Dictionary<(string Story, string Id), string> updates)
    {
        var reader = new SentenceReader(new Vocabulary(), new NameUse());
        var pairs = new List<Pair>();
        var (open, left) = (after.Claims.ToList(), before.Claims.ToHashSet());

        Take((claim, earlier) => earlier.Text == claim.Text && earlier.Story == claim.Story, (_, _) => null);
        Take((claim, earlier) => earlier.Text == claim.Text, (_, _) => null);
        Take((claim, earlier) => updates.TryGetValue((claim.Story, claim.Id), out var updated) && updated == earlier.Id, KindOf);
        TakeByMeaning();
        return pairs;

        void Take(Func<RememberedClaim, RememberedClaim, bool> fits, Func<RememberedClaim, RememberedClaim, string?> kindOf)
        {
            foreach (var claim in open.ToList())
            {
                if (left.Where(earlier => fits(claim, earlier)).MinBy(earlier => earlier.Place) is { } earlier)
                    Pair(earlier, claim, kindOf(claim, earlier));
            }
        }

        void TakeByMeaning()
        {
            var statements = new EarlierClaimIndex(reader, [before with { Claims = [.. left.OrderBy(claim => claim.Place)] }]);
            foreach (var claim in open.ToList())
            {
                var statement = ComparableStatement.Read(reader, claim.Text, claim.Published, after.Date, claim.Address);
                var closest = statements.Near(statement)
                    .Where(near => left.Contains(near.Claim))
                    .Select(near => (near.Claim, NoveltyRelation: RelationOf(statement, near.Sentence)))
                    .Where(near => near.NoveltyRelation is NoveltyRelation.Same or NoveltyRelation.Fuller or NoveltyRelation.Changed)
                    .OrderBy(near => near.NoveltyRelation)
                    .ThenBy(near => near.Claim.Story == claim.Story ? 0 : 1)
                    .ThenBy(near => near.Claim.Place)
                    .FirstOrDefault();
                if (closest.Claim is not null)
                    Pair(closest.Claim, claim, Kind(closest.NoveltyRelation));
            }
        }

        string KindOf(RememberedClaim claim, RememberedClaim earlier) => Kind(RelationOf(
            ComparableStatement.Read(reader, claim.Text, claim.Published, after.Date, claim.Address),
            ComparableStatement.Read(reader, earlier.Text, earlier.Published, before.Date, earlier.Address)));

        void Pair(RememberedClaim earlier, RememberedClaim claim, string? kind)
        {
            pairs.Add(new Pair(earlier, claim, kind));
            left.Remove(earlier);
            open.Remove(claim);
        }
    }

    // What reads like nothing earlier may be a sentence of the same article that was corrected.
    private static NoveltyRelation RelationOf(ComparableStatement statement, ComparableStatement earlier)
    {
        var relation = NoveltyComparer.Of(statement, earlier, isCorrected: false);
        return relation == NoveltyRelation.None && statement.Address == earlier.Address ? NoveltyComparer.Of(statement, earlier, isCorrected: true) : relation;
    }

    private static string Kind(NoveltyRelation relation) => relation switch
    {
        NoveltyRelation.Same => "wording",
        NoveltyRelation.Fuller => "fuller",
        _ => "fact",
    };

    private static Dictionary<(string Story, string Id), string> UpdatesOf(Edition edition) => edition.Sections
        .SelectMany(section => section.Stories)
        .SelectMany(story => story.Claims, (story, claim) => (Key: (story.AngleOf ?? story.Id, claim.Id), claim.Updates))
        .Where(entry => entry.Updates is not null)
        .DistinctBy(entry => entry.Key)
        .ToDictionary(entry => entry.Key, entry => entry.Updates!);

    private static ImmutableArray<ComparedStory> Named(RememberedEdition edition, IEnumerable<string> ids)
    {
        var wanted = ids.ToHashSet(StringComparer.Ordinal);
        return [.. edition.Stories.Where(story => wanted.Contains(story.Id)).Select(Shown)];
    }

    private static ComparedClaim Shown(RememberedClaim claim) => new(claim.Id, claim.Story, claim.Text);

    private static ComparedStory Shown(RememberedStory story) => new(story.Id, story.Headline);

    /// <param name="Kind">Null where it says the same word for word.</param>
    private sealed record Pair(RememberedClaim From, RememberedClaim To, string? Kind);
}

/// <summary>What changed from one edition to another, of one day or of two. Plain data, as <c>briefing diff --json</c> prints it.</summary>
public sealed record EditionComparison
{
    public required ComparedEdition From { get; init; }

    public required ComparedEdition To { get; init; }

    /// <summary>Statements of the second that the first does not make in any wording.</summary>
    public required ImmutableArray<ComparedClaim> Added { get; init; }

    /// <summary>Statements of the first that the second no longer makes.</summary>
    public required ImmutableArray<ComparedClaim> Gone { get; init; }

    public required ImmutableArray<ChangedClaim> Changed { get; init; }

    /// <summary>Stories of the second of which the first says nothing.</summary>
    public required ImmutableArray<ComparedStory> StoriesAdded { get; init; }

    /// <summary>Stories of the first of which the second says nothing.</summary>
    public required ImmutableArray<ComparedStory> StoriesGone { get; init; }

    /// <summary>Stories of the first whose statements stand in two or more of the second.</summary>
    public required ImmutableArray<SplitStory> Split { get; init; }

    /// <summary>Stories of the second whose statements stood in two or more of the first.</summary>
    public required ImmutableArray<JoinedStory> Joined { get; init; }

    public bool IsEmpty => Added.IsEmpty && Gone.IsEmpty && Changed.IsEmpty && StoriesAdded.IsEmpty && StoriesGone.IsEmpty && Split.IsEmpty && Joined.IsEmpty;
}

public sealed record ComparedEdition(string Entry, string Date, int Version);

/// <param name="Story">The id of its story, also where it stands in an angle.</param>
public sealed record ComparedClaim(string Id, string Story, string Text);

/// <param name="Kind">"wording": it says the same in other words; "fuller": all of it and more; "fact": another figure, date, name or strength.</param>
public sealed record ChangedClaim(string Kind, ComparedClaim From, ComparedClaim To);

public sealed record ComparedStory(string Id, string Headline);

public sealed record SplitStory(ComparedStory From, ImmutableArray<ComparedStory> To);

public sealed record JoinedStory(ImmutableArray<ComparedStory> From, ComparedStory To);
