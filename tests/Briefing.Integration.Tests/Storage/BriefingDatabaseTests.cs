using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Storage.Documents;
using Briefing.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace Briefing.Integration.Tests.Storage;

public sealed class BriefingDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.PathOf("data/briefing.db");

    [Fact]
    public void IsMadeOnFirstUseWithItsFolder()
    {
        BriefingDatabase.Open(File, out var applied);

        Assert.Equal(["0001_documents_editions_runs.sql", "0002_subscribers.sql", "0003_deliveries.sql", "0004_outbox_indexes.sql", "0005_templates.sql"], applied);
        BriefingDatabase.Open(File, out var again);
        Assert.Empty(again);
    }

    [Fact]
    public void HoldsItselfToItsSettings()
    {
        BriefingDatabase.Open(File);

        using var connection = SqlDialect.Sqlite.Open(File);
        Assert.Equal("delete", Value(connection, "PRAGMA journal_mode"));
        // EXTRA
        Assert.Equal("3", Value(connection, "PRAGMA synchronous"));
        Assert.Equal("1", Value(connection, "PRAGMA foreign_keys"));
        Assert.Equal("30000", Value(connection, "PRAGMA busy_timeout"));
    }

    [Fact]
    public void FinishesMigrationsThatWereBrokenOff()
    {
        Directory.CreateDirectory(_folder.PathOf("data"));
        // What a start leaves that was killed after its first statement: the record of migrations, and none in it.
        using (var connection = SqlDialect.Sqlite.Open(File))
            Value(connection, "CREATE TABLE migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)");

        BriefingDatabase.Open(File, out var applied);

        Assert.NotEmpty(applied);
    }

    [Fact]
    public void IsNotTouchedByAnOlderProgram()
    {
        BriefingDatabase.Open(File);
        using (var connection = SqlDialect.Sqlite.Open(File))
            Value(connection, "INSERT INTO migration (number, name) VALUES (99, '0099_from_the_future.sql')");

        var fault = Assert.Throws<StorageException>(() => BriefingDatabase.Open(File));

        Assert.Contains("later version", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SaysWhichFileIsNoDatabase()
    {
        _folder.Write("data/briefing.db", new string('x', 4096));

        var fault = Assert.Throws<StorageException>(() => BriefingDatabase.Open(File));

        Assert.Contains(File, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DoesNothingOfWorkThatFails()
    {
        var database = BriefingDatabase.Open(File);

        Assert.Throws<InvalidOperationException>(() => database.Write(session =>
        {
            DocumentStore.Keep(session, [SomeDocuments.Read("a.txt", "text")]);
            throw new InvalidOperationException("on the way");
        }));

        Assert.Empty(database.Read(session => DocumentStore.FirstRead(session, SomeDocuments.ReadAt.Minus(NodaTime.Duration.FromDays(1)), SomeDocuments.ReadAt)));
    }

    [Fact]
    public void FindsDamage()
    {
        var database = BriefingDatabase.Open(File);
        Assert.Empty(database.FindDamage());
        using (var connection = SqlDialect.Sqlite.Open(File))
            Value(connection, "PRAGMA foreign_keys=OFF; INSERT INTO edition_document (edition, position, document, read_at) VALUES (7, 0, 7, '')");

        Assert.NotEmpty(database.FindDamage());
    }

    [Fact]
    public void CopiesItselfWhole()
    {
        var database = BriefingDatabase.Open(File);
        database.Write(session => DocumentStore.Keep(session, [SomeDocuments.Read("a.txt", "the text")]));

        database.CopyTo(_folder.PathOf("copy.db"));

        var copy = BriefingDatabase.Open(_folder.PathOf("copy.db"));
        Assert.Equal("the text", copy.Read(session => DocumentStore.TextOf(session, DocumentHash.Of("the text"))));
    }

    public void Dispose() => _folder.Dispose();

    private static string? Value(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = (SqliteCommand)connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
