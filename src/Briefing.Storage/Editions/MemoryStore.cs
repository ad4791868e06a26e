using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Storage.Editions;

/// <summary>What made editions said, for telling what is new.</summary>
public static class MemoryStore
{
    public static void Keep(StorageSession session, long edition, RememberedEdition memory)
    {
        session.ExecuteEach(
            "INSERT INTO story_seen (edition, position, story, headline) VALUES (@edition, @position, @story, @headline)",
            memory.Stories.Select((story, position) => new { edition, position, story = story.Id, headline = story.Headline }));
        session.ExecuteEach(
            """
            INSERT INTO claim_seen (edition, position, claim, story, text, published, address, first_seen)
            VALUES (@edition, @position, @claim, @story, @text, @published, @address, @firstSeen)
            """,
            memory.Claims.Select(claim => new
            {
                edition,
                position = claim.Place,
                claim = claim.Id,
                story = claim.Story,
                text = claim.Text,
                published = claim.Published is { } day ? StoredText.Of(day) : null,
                address = claim.Address,
                firstSeen = StoredText.Of(claim.FirstSeen),
            }));
        session.ExecuteEach(
            "INSERT INTO article_seen (edition, position, address, sha256, story) VALUES (@edition, @position, @address, @sha256, @story)",
            memory.Articles.Select((article, position) => new { edition, position, address = article.Address, sha256 = article.Sha256, story = article.Story }));
    }

    /// <summary>What these editions said, in the order given. Cost: linear in their claims, however many editions there are.</summary>
    public static ImmutableArray<RememberedEdition> Read(StorageSession session, IReadOnlyCollection<long> editions) =>
        [.. editions.Select(edition => Read(session, edition))];

    private static RememberedEdition Read(StorageSession session, long edition)
    {
        var head = session.Single<HeadRow>("SELECT entry, date, version FROM edition WHERE id = @edition", new { edition });
        return new RememberedEdition(
            head.Entry,
            StoredText.DateOf(head.Date),
            head.Version,
            [.. session.Query<RememberedStory>("SELECT story AS Id, headline AS Headline FROM story_seen WHERE edition = @edition ORDER BY position", new { edition })],
            [
                .. session.Query<ClaimRow>(
                    "SELECT position, claim, story, text, published, address, first_seen AS FirstSeen FROM claim_seen WHERE edition = @edition ORDER BY position",
                    new { edition }).Select(row => row.ToClaim()),
            ],
            [
                .. session.Query<RememberedArticle>(
                    "SELECT address AS Address, sha256 AS Sha256, story AS Story FROM article_seen WHERE edition = @edition ORDER BY position",
                    new { edition }),
            ]);
    }

    private sealed class HeadRow
    {
        public required string Entry { get; init; }
        public required string Date { get; init; }
        public required int Version { get; init; }
    }

    private sealed class ClaimRow
    {
        public required int Position { get; init; }
        public required string Claim { get; init; }
        public required string Story { get; init; }
        public required string Text { get; init; }
        public string? Published { get; init; }
        public required string Address { get; init; }
        public required string FirstSeen { get; init; }

        public RememberedClaim ToClaim() => new(
            Claim, Story, Position, Text, Published is null ? null : StoredText.DateOf(Published), Address, StoredText.DateOf(FirstSeen));
    }
}
