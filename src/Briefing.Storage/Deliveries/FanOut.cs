using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Briefing.Storage.Editions;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>
/// Makes an edition's deliveries: one for each confirmed subscriber of the list. Readers are gone through a few hundred at a time, so
/// that memory does not grow with their number.
/// </summary>
public static class FanOut
{
    private const int AtOnce = 500;

    /// <summary>How many readers there are for each choice. Those who want none of the edition's topics are under null.</summary>
    /// <param name="topics">Those that the edition has.</param>
    /// <param name="only">One subscriber; null for all of the list.</param>
    public static (ImmutableDictionary<ReaderChoice, int> Choices, int WantNothing) Choices(StorageSession session, string list, IReadOnlyCollection<string> topics, long? only = null)
    {
        var counts = new Dictionary<ReaderChoice, int>();
        var wantNothing = 0;
        foreach (var reader in Readers(session, list, topics, only))
        {
            if (reader.Choice is not { } choice)
                wantNothing++;
            else
                counts[choice] = counts.GetValueOrDefault(choice) + 1;
        }

        return (counts.ToImmutableDictionary(), wantNothing);
    }

    /// <summary>
    /// Puts the deliveries into the outbox; a reader who has one of this edition already gets no other. In the same transaction the
    /// edition is fanned out.
    /// </summary>
    /// <param name="messages">The mail for each choice; there is one for every choice that a reader has made.</param>
    /// <returns>For how many readers there is one now.</returns>
    public static int Add(
        StorageSession session, MailingRecord mailing, EditionRecord edition, IReadOnlyCollection<string> topics, IReadOnlyDictionary<ReaderChoice, long> messages,
        string domain, Instant now, long? only = null)
    {
        var added = 0;
        foreach (var readers in Readers(session, mailing.List, topics, only).Where(reader => reader.Choice is not null).Chunk(AtOnce))
        {
            session.ExecuteEach(
                """
                INSERT INTO delivery (key, kind, edition, mailing, message, subscriber, address_hash, message_id, dated, state, next_at, deadline, changed_at)
                VALUES (@key, 'edition', @edition, @mailing, @message, @subscriber, @hash, @messageId, @now, 'pending', @now, @deadline, @now)
                ON CONFLICT (edition, address_hash) DO NOTHING
                """,
                readers.Select(reader => RowOf(reader, mailing, edition, messages[reader.Choice!], domain, now)));
            added += readers.Length;
        }

        return added;
    }

    private static object RowOf(Reader reader, MailingRecord mailing, EditionRecord edition, long message, string domain, Instant now)
    {
        var key = KeyOf(edition, reader.Hash);
        return new
        {
            key,
            edition = edition.Id,
            mailing = mailing.Id,
            message,
            subscriber = reader.Id,
            hash = reader.Hash,
            messageId = $"{key}@{domain}",
            now = StoredText.Of(now),
            deadline = StoredText.Of(mailing.Deadline),
        };
    }

    // The same for the same edition and reader; the keyed hash in it makes that nobody can guess it from outside.
    private static string KeyOf(EditionRecord edition, string addressHash)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{edition.Entry} {StoredText.Of(edition.Date)} {edition.Version} {addressHash}"));
        return $"{edition.Entry[..Math.Min(edition.Entry.Length, 40)]}.{StoredText.Of(edition.Date)}.v{edition.Version}.{Convert.ToHexStringLower(hash)[..24]}";
    }

    private static IEnumerable<Reader> Readers(StorageSession session, string list, IReadOnlyCollection<string> topics, long? only)
    {
        var after = 0L;
        while (true)
        {
            var page = session.Query<ReaderRow>(
                """
                SELECT subscriber.id, subscriber.address_hash AS Hash, subscriber.attach_pack AS AttachPack
                FROM subscriber JOIN subscriber_list ON subscriber_list.subscriber = subscriber.id
                WHERE subscriber_list.list = @list AND subscriber.state = 'confirmed' AND subscriber.id > @after AND (@only IS NULL OR subscriber.id = @only)
                ORDER BY subscriber.id LIMIT @limit
                """,
                new { list, after, only, limit = AtOnce });
            if (page.Count == 0)
                yield break;
            after = page[^1].Id;
            var wanted = session.Query<TopicRow>("SELECT subscriber, topic FROM subscriber_topic WHERE subscriber BETWEEN @from AND @to", new { from = page[0].Id, to = after })
                .ToLookup(row => row.Subscriber, row => row.Topic);
            foreach (var row in page)
                yield return new Reader(row.Id, row.Hash, ChoiceOf([.. wanted[row.Id]], topics, row.AttachPack));
        }
    }

    private static ReaderChoice? ChoiceOf(string[] wanted, IReadOnlyCollection<string> topics, bool attachPack)
    {
        if (wanted.Length == 0 || topics.All(wanted.Contains))
            return new ReaderChoice([], attachPack);
        var here = topics.Where(wanted.Contains).Order(StringComparer.Ordinal).ToImmutableArray();
        return here.Length == 0 ? null : new ReaderChoice(here, attachPack);
    }

    private sealed class ReaderRow
    {
        public required long Id { get; init; }
        public required string Hash { get; init; }
        public required bool AttachPack { get; init; }
    }

    private sealed class TopicRow
    {
        public required long Subscriber { get; init; }
        public required string Topic { get; init; }
    }

    /// <param name="Choice">Null: none of the topics.</param>
    private sealed record Reader(long Id, string Hash, ReaderChoice? Choice);
}

/// <summary>What a reader wants of an edition. Equal choices get one rendering.</summary>
/// <param name="Topics">Ids in ordinal order; empty for all.</param>
public sealed record ReaderChoice(ImmutableArray<string> Topics, bool AttachPack)
{
    private const string Pack = "+pack";

    /// <summary>As it is stored: "china-trip uk-japan +pack".</summary>
    public string Key => string.Join(' ', AttachPack ? Topics.Add(Pack) : Topics);

    public static ReaderChoice Parse(string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new ReaderChoice([.. words.Where(word => word != Pack)], words.Contains(Pack, StringComparer.Ordinal));
    }

    public bool Equals(ReaderChoice? other) => other is not null && Key == other.Key;

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);
}
