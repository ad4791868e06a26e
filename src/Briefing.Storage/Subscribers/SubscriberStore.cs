using System.Collections.Immutable;
using Briefing.Core.Subscribers;
using Briefing.Storage.Deliveries;
using NodaTime;

namespace Briefing.Storage.Subscribers;

/// <summary>Subscribers with their states; every change leaves a line in the trail. What <see cref="SubscriberTransitions"/> forbids throws.</summary>
public sealed class SubscriberStore(StorageSession session, AddressKey key)
{
    /// <summary>By address, in whatever spelling; also one that was erased. Null when it was never known.</summary>
    public SubscriberRecord? Find(MailAddress address) => Find("subscriber.address_hash = @value", key.HashOf(address));

    /// <inheritdoc cref="Find(MailAddress)"/>
    public SubscriberRecord? Find(long id) => Find("subscriber.id = @value", id);

    /// <summary>All that are not erased, in the order they came.</summary>
    /// <param name="list">Null for all lists.</param>
    /// <param name="state">Null for all states.</param>
    public ImmutableArray<SubscriberRecord> List(string? list = null, SubscriberState? state = null)
    {
        var lists = session.Query<Choice>("SELECT subscriber, list AS Value FROM subscriber_list").ToLookup(choice => choice.Subscriber, choice => choice.Value);
        var topics = session.Query<Choice>("SELECT subscriber, topic AS Value FROM subscriber_topic").ToLookup(choice => choice.Subscriber, choice => choice.Value);
        var rows = session.Query<SubscriberRow>(
            $"""
            SELECT {SubscriberRow.Columns} FROM subscriber
            WHERE state <> 'erased' AND (@state IS NULL OR state = @state)
              AND (@list IS NULL OR EXISTS (SELECT 1 FROM subscriber_list WHERE subscriber = subscriber.id AND list = @list))
            ORDER BY id
            """,
            new { list, state = state is { } wanted ? SubscriberWords.Of(wanted) : null });
        return [.. rows.Select(row => row.ToRecord(lists[row.Id], topics[row.Id]))];
    }

    /// <summary>Takes an address in, one unknown or one that comes back from another state; it has these choices then.</summary>
    public SubscriberRecord Add(Subscriber subscriber, SubscriberState state, SubscriberCause cause, Instant at)
    {
        var before = Find(subscriber.Address);
        Demand(before?.State, state, cause.Actor);
        var hash = key.HashOf(subscriber.Address);
        var id = before?.Id ?? session.Single<long>(
            """
            INSERT INTO subscriber (address_hash, address, language, attach_pack, state, reason, added_at, changed_at)
            VALUES (@hash, @address, 'en', 0, @state, @reason, @at, @at) RETURNING id
            """,
            new { hash, address = subscriber.Address.Given, state = SubscriberWords.Of(state), reason = SubscriberWords.Of(cause.Reason), at = StoredText.Of(at) });
        Write(id, subscriber, state, cause, at);
        SubscriberTrail.Add(session, new SubscriberEvent(id, hash, at, cause.Actor, before?.State, state, cause.Reason, ChangesOf(before?.Subscriber, subscriber)));
        return Find(id)!;
    }

    /// <summary>Another state with the same choices.</summary>
    public SubscriberRecord Move(SubscriberRecord record, SubscriberState to, SubscriberCause cause, Instant at)
    {
        Demand(record.State, to, cause.Actor);
        if (to == SubscriberState.Erased || record.Subscriber is null)
            throw new InvalidOperationException("An address is erased by Erase, and comes back by Add.");
        Write(record.Id, record.Subscriber, to, cause with { Consent = cause.Consent ?? record.Consent }, at);
        SubscriberTrail.Add(session, new SubscriberEvent(record.Id, record.AddressHash, at, cause.Actor, record.State, to, cause.Reason, ""));
        return Find(record.Id)!;
    }

    /// <summary>Other choices in the same state. Nothing is done, and no line left, where they are the same.</summary>
    /// <param name="subscriber">The same address; its spelling may differ.</param>
    public SubscriberRecord Change(SubscriberRecord record, Subscriber subscriber, SubscriberActor actor, Instant at)
    {
        if (key.HashOf(subscriber.Address) != record.AddressHash || record.Subscriber is null)
            throw new InvalidOperationException("Another address is another subscriber.");
        if (ChangesOf(record.Subscriber, subscriber) is not { Length: > 0 } changed)
            return record;
        Write(record.Id, subscriber, record.State, new SubscriberCause(actor, record.Reason, record.Consent), at);
        SubscriberTrail.Add(session, new SubscriberEvent(record.Id, record.AddressHash, at, actor, record.State, record.State, record.Reason, changed));
        return Find(record.Id)!;
    }

    /// <summary>
    /// Leaves of a subscriber its id and its keyed hash. The pages may still hold what stood in them: <see cref="BriefingDatabase.Rewrite"/>
    /// after this has been committed.
    /// </summary>
    public void Erase(SubscriberRecord record, SubscriberActor actor, Instant at)
    {
        Demand(record.State, SubscriberState.Erased, actor);
        RemoveChoices(record.Id);
        OutboxStore.Forget(session, record.Id);
        BounceStore.Forget(session, record.Id);
        session.Execute(
            """
            UPDATE subscriber SET address = NULL, name = NULL, consent = NULL, language = 'en', attach_pack = 0,
              state = 'erased', reason = @reason, changed_at = @at WHERE id = @id
            """,
            new { id = record.Id, reason = SubscriberWords.Of(SubscriberReason.ErasureRequest), at = StoredText.Of(at) });
        SubscriberTrail.Add(
            session, new SubscriberEvent(record.Id, record.AddressHash, at, actor, record.State, SubscriberState.Erased, SubscriberReason.ErasureRequest, ""));
    }

    private SubscriberRecord? Find(string condition, object value)
    {
        if (session.FirstOrDefault<SubscriberRow>($"SELECT {SubscriberRow.Columns} FROM subscriber WHERE {condition}", new { value }) is not { } row)
            return null;
        var id = row.Id;
        return row.ToRecord(
            session.Query<string>("SELECT list FROM subscriber_list WHERE subscriber = @id", new { id }),
            session.Query<string>("SELECT topic FROM subscriber_topic WHERE subscriber = @id", new { id }));
    }

    private void Write(long id, Subscriber subscriber, SubscriberState state, SubscriberCause cause, Instant at)
    {
        session.Execute(
            """
            UPDATE subscriber SET address = @address, name = @name, language = @language, attach_pack = @attachPack,
              state = @state, reason = @reason, consent = @consent, changed_at = @at WHERE id = @id
            """,
            new
            {
                id,
                address = subscriber.Address.Given,
                name = subscriber.Name,
                language = subscriber.Language,
                attachPack = subscriber.AttachPack,
                state = SubscriberWords.Of(state),
                reason = SubscriberWords.Of(cause.Reason),
                consent = cause.Consent,
                at = StoredText.Of(at),
            });
        RemoveChoices(id);
        foreach (var list in subscriber.Lists.Distinct(StringComparer.Ordinal))
            session.Execute("INSERT INTO subscriber_list (subscriber, list) VALUES (@id, @list)", new { id, list });
        foreach (var topic in subscriber.Topics.Distinct(StringComparer.Ordinal))
            session.Execute("INSERT INTO subscriber_topic (subscriber, topic) VALUES (@id, @topic)", new { id, topic });
    }

    private void RemoveChoices(long id)
    {
        session.Execute("DELETE FROM subscriber_list WHERE subscriber = @id", new { id });
        session.Execute("DELETE FROM subscriber_topic WHERE subscriber = @id", new { id });
    }

    private static void Demand(SubscriberState? from, SubscriberState to, SubscriberActor actor)
    {
        if (!SubscriberTransitions.May(from, to, actor))
            throw new InvalidOperationException($"From {from?.ToString() ?? "unknown"} to {to} is no way for {actor}.");
    }

    private static string ChangesOf(Subscriber? before, Subscriber after)
    {
        if (before is null)
            return "";
        (string Name, bool Differs)[] choices =
        [
            ("spelling", before.Address.Given != after.Address.Given),
            ("name", before.Name != after.Name),
            ("language", before.Language != after.Language),
            ("lists", !before.Lists.ToHashSet(StringComparer.Ordinal).SetEquals(after.Lists)),
            ("topics", !before.Topics.ToHashSet(StringComparer.Ordinal).SetEquals(after.Topics)),
            ("pack", before.AttachPack != after.AttachPack),
        ];
        return string.Join(", ", choices.Where(choice => choice.Differs).Select(choice => choice.Name));
    }

    private sealed class Choice
    {
        public required long Subscriber { get; init; }
        public required string Value { get; init; }
    }
}
