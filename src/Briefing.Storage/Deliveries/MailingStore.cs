using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Briefing.Storage.Editions;
using NodaTime;

namespace Briefing.Storage.Deliveries;

/// <summary>Editions on their way to their lists, and what people said of them.</summary>
public static class MailingStore
{
    private const string Columns = "mailing.id, mailing.edition, mailing.list, mailing.state, mailing.reason, mailing.corrects, mailing.begun_at AS BegunAt, mailing.deadline";

    public static MailingRecord? Find(StorageSession session, long edition, string list) =>
        session.FirstOrDefault<Row>($"SELECT {Columns} FROM mailing WHERE edition = @edition AND list = @list", new { edition, list })?.ToRecord();

    public static MailingRecord? Find(StorageSession session, long id) =>
        session.FirstOrDefault<Row>($"SELECT {Columns} FROM mailing WHERE id = @id", new { id })?.ToRecord();

    /// <summary>All mailings of an edition, by list.</summary>
    public static ImmutableArray<MailingRecord> Of(StorageSession session, long edition) =>
        [.. session.Query<Row>($"SELECT {Columns} FROM mailing WHERE edition = @edition ORDER BY list", new { edition }).Select(row => row.ToRecord())];

    /// <summary>Those whose deliveries stand in the outbox and have not all ended.</summary>
    public static ImmutableArray<MailingRecord> Open(StorageSession session) =>
        [.. session.Query<Row>($"SELECT {Columns} FROM mailing WHERE state IN ('sending', 'held', 'stopped') ORDER BY id").Select(row => row.ToRecord())];

    /// <summary>The last version of the day before this one that went out to the list; null where none did.</summary>
    public static long? SentBefore(StorageSession session, EditionRecord edition, string list) => session.FirstOrDefault<long?>(
        """
        SELECT edition.id FROM mailing JOIN edition ON edition.id = mailing.edition
        WHERE mailing.list = @list AND mailing.state IN ('sending', 'held', 'stopped', 'done')
          AND edition.entry = @entry AND edition.date = @date AND edition.version < @version
          AND EXISTS (SELECT 1 FROM delivery WHERE delivery.mailing = mailing.id AND (delivery.state IN ('accepted', 'sending', 'held') OR delivery.unknowns > 0))
        ORDER BY edition.version DESC LIMIT 1
        """,
        new { list, entry = edition.Entry, date = StoredText.Of(edition.Date), version = edition.Version });

    /// <summary>The last version of the day after this one that went out to the list; null where none did.</summary>
    public static int? SentAfter(StorageSession session, EditionRecord edition, string list) => session.FirstOrDefault<int?>(
        """
        SELECT max(edition.version) FROM mailing JOIN edition ON edition.id = mailing.edition
        WHERE mailing.list = @list AND mailing.state IN ('sending', 'held', 'stopped', 'done')
          AND edition.entry = @entry AND edition.date = @date AND edition.version > @version
        """,
        new { list, entry = edition.Entry, date = StoredText.Of(edition.Date), version = edition.Version });

    /// <summary>The version of a day, or of the last day that has one, whose mailing a person can still decide on; null where there is none.</summary>
    /// <param name="date">Null for the last.</param>
    public static long? FindOpen(StorageSession session, string entry, string list, LocalDate? date) => session.FirstOrDefault<long?>(
        """
        SELECT edition.id FROM mailing JOIN edition ON edition.id = mailing.edition
        WHERE mailing.list = @list AND mailing.state IN ('waiting', 'sending', 'held', 'stopped', 'withheld')
          AND edition.entry = @entry AND (@date IS NULL OR edition.date = @date)
        ORDER BY edition.date DESC, edition.version DESC LIMIT 1
        """,
        new { list, entry, date = date is { } day ? StoredText.Of(day) : null });

    /// <summary>When the first message of an edition was accepted; when it was set going, where none has been yet.</summary>
    public static Instant SentAt(StorageSession session, long edition) => StoredText.InstantOf(session.Single<string>(
        """
        SELECT coalesce(
          (SELECT min(delivery_attempt.ended_at) FROM delivery JOIN delivery_attempt ON delivery_attempt.delivery = delivery.id
           WHERE delivery.edition = @edition AND delivery_attempt.outcome = 'accepted'),
          (SELECT min(begun_at) FROM mailing WHERE edition = @edition))
        """,
        new { edition }));

    /// <summary>Puts an edition on its way to a list, once; where it is, only its deadline may move, to a later instant.</summary>
    public static MailingRecord Begin(StorageSession session, long edition, string list, Instant now, Instant deadline)
    {
        session.Execute(
            """
            INSERT INTO mailing (edition, list, state, begun_at, deadline) VALUES (@edition, @list, 'waiting', @now, @deadline)
            ON CONFLICT (edition, list) DO UPDATE SET deadline = max(mailing.deadline, excluded.deadline)
            """,
            new { edition, list, now = StoredText.Of(now), deadline = StoredText.Of(deadline) });
        return Find(session, edition, list)!;
    }

    /// <param name="reason">Null where it goes on.</param>
    public static void Move(StorageSession session, long id, MailingState state, string? reason) =>
        session.Execute("UPDATE mailing SET state = @state, reason = @reason WHERE id = @id", new { id, state = DeliveryWords.Of(state), reason });

    /// <summary>Sets it going (again), until another deadline.</summary>
    public static void Start(StorageSession session, long id, Instant now, Instant deadline, long? corrects) => session.Execute(
        "UPDATE mailing SET state = 'sending', reason = NULL, begun_at = @now, deadline = @deadline, corrects = coalesce(corrects, @corrects) WHERE id = @id",
        new { id, now = StoredText.Of(now), deadline = StoredText.Of(deadline), corrects });

    /// <summary>Ends the mailings of earlier versions of the day: what has not been sent of them is not sent any more.</summary>
    public static void Replace(StorageSession session, EditionRecord edition, string list, Instant now)
    {
        const string Earlier = "SELECT id FROM edition WHERE entry = @entry AND date = @date AND version < @version";
        var values = new
        {
            list,
            entry = edition.Entry,
            date = StoredText.Of(edition.Date),
            version = edition.Version,
            now = StoredText.Of(now),
            reason = $"version {edition.Version} went out in its place",
        };
        session.Execute(
            $"""
            UPDATE delivery SET state = 'suppressed', changed_at = @now WHERE state IN ('pending', 'deferred', 'unknown', 'held')
              AND mailing IN (SELECT id FROM mailing WHERE list = @list AND edition IN ({Earlier}))
            """,
            values);
        session.Execute(
            $"""
            UPDATE edition SET state = 'done' WHERE id IN ({Earlier})
              AND id IN (SELECT edition FROM mailing WHERE list = @list AND state IN ('waiting', 'sending', 'held', 'stopped'))
            """,
            values);
        session.Execute(
            $"""
            UPDATE mailing SET state = 'done', reason = @reason WHERE list = @list AND state IN ('waiting', 'sending', 'held', 'stopped')
              AND edition IN ({Earlier})
            """,
            values);
    }

    /// <summary>Closes it, and its edition, where every delivery has ended.</summary>
    /// <returns>Whether it is closed now.</returns>
    public static bool CloseIfEnded(StorageSession session, long id)
    {
        var closed = session.Execute(
            """
            UPDATE mailing SET state = 'done', reason = NULL WHERE id = @id AND state = 'sending'
              AND NOT EXISTS (SELECT 1 FROM delivery WHERE mailing = @id AND state IN ('pending', 'leased', 'sending', 'deferred', 'unknown', 'held'))
            """,
            new { id }) > 0;
        if (closed)
            session.Execute("UPDATE edition SET state = 'done' WHERE id = (SELECT edition FROM mailing WHERE id = @id)", new { id });
        return closed;
    }

    /// <summary>Keeps what a person said; the last word counts.</summary>
    /// <param name="person">Who, as the system knows them.</param>
    public static void Decide(StorageSession session, long edition, ApprovalDecision decision, string person, Instant now) => session.Execute(
        "INSERT INTO approval (edition, decision, person, at) VALUES (@edition, @decision, @person, @at)",
        new { edition, decision = DeliveryWords.Of(decision), person, at = StoredText.Of(now) });

    /// <summary>The last word on an edition; null where nobody has said anything.</summary>
    public static ApprovalRecord? DecisionOn(StorageSession session, long edition) =>
        session.FirstOrDefault<ApprovalRow>("SELECT decision, person, at FROM approval WHERE edition = @edition ORDER BY id DESC LIMIT 1", new { edition })?.ToRecord();

    private sealed class Row
    {
        public required long Id { get; init; }
        public required long Edition { get; init; }
        public required string List { get; init; }
        public required string State { get; init; }
        public string? Reason { get; init; }
        public long? Corrects { get; init; }
        public required string BegunAt { get; init; }
        public required string Deadline { get; init; }

        public MailingRecord ToRecord() =>
            new(Id, Edition, List, DeliveryWords.MailingStateOf(State), Reason, Corrects, StoredText.InstantOf(BegunAt), StoredText.InstantOf(Deadline));
    }

    private sealed class ApprovalRow
    {
        public required string Decision { get; init; }
        public required string Person { get; init; }
        public required string At { get; init; }

        public ApprovalRecord ToRecord() => new(DeliveryWords.DecisionOf(Decision), Person, StoredText.InstantOf(At));
    }
}

/// <param name="Person">Who, as the system knows them.</param>
public sealed record ApprovalRecord(ApprovalDecision Decision, string Person, Instant At);

/// <summary>One version of an edition on its way to one list.</summary>
/// <param name="Reason">Why it stands still, for a person; null where it does not.</param>
/// <param name="Corrects">The version that went out before; null where none did.</param>
/// <param name="BegunAt">When it was last set going.</param>
/// <param name="Deadline">Until when its deliveries are tried.</param>
public sealed record MailingRecord(long Id, long Edition, string List, MailingState State, string? Reason, long? Corrects, Instant BegunAt, Instant Deadline)
{
    /// <summary>Its deliveries stand in the outbox.</summary>
    public bool IsFannedOut => State is MailingState.Sending or MailingState.Held or MailingState.Stopped or MailingState.Done;
}

/// <summary>How far a mailing has come.</summary>
public enum MailingState
{
    /// <summary>For its time or a person's approval; there are no deliveries yet but to single readers who were named.</summary>
    Waiting,

    /// <summary>Its deliveries stand in the outbox.</summary>
    Sending,

    /// <summary>A person has stopped what had not been sent.</summary>
    Held,

    /// <summary>Too many were refused for good.</summary>
    Stopped,

    /// <summary>It goes to nobody.</summary>
    Withheld,

    /// <summary>Every delivery has ended.</summary>
    Done,
}
