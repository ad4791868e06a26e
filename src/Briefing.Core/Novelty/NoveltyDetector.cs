using System.Collections.Immutable;
using Briefing.Core.Claims.Sentences;
using Briefing.Core.Model;
using NodaTime;

namespace Briefing.Core.Novelty;

/// <summary>
/// What is new since the earlier editions: each story with an id that lasts across days, each claim new, updated or continuing.
/// Pure, and indifferent to the order in which the earlier claims are given. Cost: about linear in today's claims and in the
/// earlier ones.
/// </summary>
/// <remarks>
/// Ids: a story takes the id of the earlier story that it continues. Where one story became two, the one that says more of the
/// old takes the id and the other gets its own; where two became one, it takes the id of the one it says more of. Either way
/// the claims are compared with all that the story continues, so that nothing told before is called new.
/// </remarks>
internal sealed class NoveltyDetector
{
    private readonly Dictionary<Claim, ClaimNovelty> _news = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _continued = new(StringComparer.Ordinal);
    private readonly LocalDate _date;

    private NoveltyDetector(ImmutableArray<Story> stories, LocalDate date) => (Stories, _date) = (stories, date);

    /// <summary>Today's, with their lasting ids.</summary>
    public ImmutableArray<Story> Stories { get; private set; }

    /// <summary>Whether there are no earlier editions, so that everything is new and nothing need be marked.</summary>
    public bool IsFirst { get; private init; }

    /// <summary>How many of today's stories continue an earlier one.</summary>
    public int Continued => _continued.Count;

    public ClaimNovelty Of(Claim claim) => _news.TryGetValue(claim, out var news) ? news : new ClaimNovelty(NewsStatus.New, null, null, _date);

    /// <param name="claims">Those that stand in one place: the story at home, or an angle.</param>
    /// <returns>New where the story has no earlier one; updated where it has news; else continuing.</returns>
    public NewsStatus StatusOf(Story story, IEnumerable<Claim> claims) =>
        !_continued.Contains(story.Id) ? NewsStatus.New
        : claims.Any(claim => Of(claim).Status != NewsStatus.Continuing) ? NewsStatus.Updated
        : NewsStatus.Continuing;

    /// <param name="earlier">In any order; of the plan's entry, those of earlier days count, each in its last version.</param>
    public static NoveltyDetector Of(EditionPlan plan, ImmutableArray<Story> stories, IReadOnlyList<RememberedEdition> earlier)
    {
        var remembered = earlier
            .Where(edition => edition.Entry == plan.Entry && edition.Date < plan.Date)
            .GroupBy(edition => edition.Date)
            .Select(versions => versions.MaxBy(edition => edition.Version)!)
            .ToList();
        var news = new NoveltyDetector(stories, plan.Date) { IsFirst = remembered.Count == 0 };
        if (!news.IsFirst)
            news.Compare(remembered);
        return news;
    }

    private void Compare(List<RememberedEdition> remembered)
    {
        var reader = new SentenceReader(new Vocabulary(), new NameUse());
        var statements = new EarlierClaimIndex(reader, remembered);
        var printed = Stories.Select(story => story.Claims.Select(claim => (Claim: claim, Sentence: ComparableStatement.Read(reader, claim, _date))).ToList()).ToList();
        var corrected = CorrectedArticles.Find(printed.SelectMany(story => story).Select(entry => entry.Sentence), statements);
        var claims = printed.ConvertAll(story => story.ConvertAll(entry => RelatedClaim.Of(entry.Claim, entry.Sentence, statements, corrected)));
        var earlier = EarlierStory.Of(remembered);
        var lines = StoryContinuationFinder.Find(Stories, claims, earlier, _date);
        for (var at = 0; at < claims.Count; at++)
        {
            var known = new KnownStory([.. lines[at].Select(line => line.Earlier.Id)], statements);
            foreach (var claim in claims[at])
                _news.Add(claim.Claim, known.NewsOf(claim, _date));
        }

        Stories = StoryIds.Give(Stories, lines, earlier);
        for (var at = 0; at < lines.Length; at++)
        {
            if (lines[at].Length > 0)
                _continued.Add(Stories[at].Id);
        }
    }
}

/// <summary>What a claim of today's is to the reader of the earlier editions.</summary>
/// <param name="Updates">The id of the earlier claim that it changes; null where it changes none.</param>
/// <param name="UpdatesText">What that said.</param>
/// <param name="FirstSeen">The day of the first edition that told it: today, where it is new or updated.</param>
internal sealed record ClaimNovelty(NewsStatus Status, string? Updates, string? UpdatesText, LocalDate FirstSeen);
