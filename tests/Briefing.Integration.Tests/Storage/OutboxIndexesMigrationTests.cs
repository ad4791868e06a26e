using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Tests.Shared;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Briefing.Integration.Tests.Storage;

/// <summary>A database of the version before attempts were written at their end, left by a program that was killed while it sent.</summary>
public sealed class OutboxIndexesMigrationTests : IDisposable
{
    private const string Instant1 = "2026-03-10T06:30:00.0000000Z";
    private const string Instant2 = "2026-03-10T06:31:00.0000000Z";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AttemptsThatHadEndedStayAndTheOneUnderWayIsOfUnknownOutcome()
    {
        var file = _folder.PathOf("briefing.db");
        WriteBefore(file);

        var database = BriefingDatabase.Open(file, out var applied);
        database.Write(session => SendingStore.Recover(session, Instant.FromUtc(2026, 3, 10, 7, 0), all: true, DeliveryState.Unknown));

        Assert.Equal(["0004_outbox_indexes.sql", "0005_templates.sql"], applied);
        Assert.Equal(
            [$"1|1|{Instant1}|{Instant2}|later|451 not now", $"1|2|{Instant2}|2026-03-10T07:00:00.0000000Z|unknown|"],
            Rows(file, "SELECT delivery, number, begun_at, ended_at, outcome, reply FROM delivery_attempt ORDER BY number"));
        Assert.Equal(["unknown|2|1"], Rows(file, "SELECT state, attempts, unknowns FROM delivery"));
        Assert.Empty(database.FindDamage());
    }

    public void Dispose() => _folder.Dispose();

    private static void WriteBefore(string file)
    {
        using var connection = SqlDialect.Sqlite.Open(file);
        var assembly = typeof(BriefingDatabase).Assembly;
        foreach (var name in new[] { "0001_documents_editions_runs.sql", "0002_subscribers.sql", "0003_deliveries.sql" })
        {
            using var script = new StreamReader(assembly.GetManifestResourceStream(name)!);
            Execute(connection, script.ReadToEnd());
        }

        Execute(
            connection,
            $"""
            CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL);
            INSERT INTO migration VALUES (1, '0001_documents_editions_runs.sql'), (2, '0002_subscribers.sql'), (3, '0003_deliveries.sql');
            INSERT INTO subscriber (id, address_hash, address, language, attach_pack, state, reason, added_at, changed_at)
              VALUES (1, 'ab', 'ada@example.org', 'en', 0, 'pending', 'signed-up', '{Instant1}', '{Instant1}');
            INSERT INTO delivery (id, key, kind, notice, subscriber, message_id, dated, state, attempts, next_at, deadline, owner, fence, leased_until, changed_at)
              VALUES (1, 'k', 'confirmation', '[]', 1, 'k@briefing.example', '{Instant1}', 'sending', 2, '{Instant1}', '{Instant2}', 'one', 2, '{Instant2}', '{Instant2}');
            INSERT INTO delivery_attempt VALUES (1, 1, '{Instant1}', '{Instant2}', 'later', 'Rcpt', 'greylisted', '451 not now'), (1, 2, '{Instant2}', NULL, NULL, NULL, NULL, NULL);
            """);
    }

    private static string[] Rows(string file, string sql)
    {
        using var connection = SqlDialect.Sqlite.Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column))));
        return [.. rows];
    }

    private static void Execute(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = ((SqliteConnection)connection).CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
