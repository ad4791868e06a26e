using System.Data.Common;

namespace Briefing.Storage;

/// <summary>
/// The database of one installation. A piece of work has a connection and a transaction of its own: it is done whole or not at all,
/// and what returned from <see cref="Write{T}"/> outlives a crash.
/// </summary>
public sealed class BriefingDatabase
{
    private readonly SqlDialect _dialect;

    private BriefingDatabase(SqlDialect dialect, string location)
    {
        _dialect = dialect;
        Location = location;
    }

    /// <summary>The file's path.</summary>
    public string Location { get; }

    /// <summary>Opens the database, made on first use, and brings its tables up to date.</summary>
    /// <param name="file">Its folder is made if need be.</param>
    /// <exception cref="StorageException">It cannot be opened, is no database, or was written by a later version of the program.</exception>
    /// <param name="busyTimeout">How long a transaction waits for another one; null: 30 s.</param>
    public static BriefingDatabase Open(string file, TimeSpan? busyTimeout = null) => Open(file, out _, busyTimeout);

    /// <inheritdoc cref="Open(string, TimeSpan?)"/>
    /// <param name="applied">The migrations that this call has applied, in order.</param>
    public static BriefingDatabase Open(string file, out IReadOnlyList<string> applied, TimeSpan? busyTimeout = null)
    {
        var database = new BriefingDatabase(busyTimeout is { } timeout ? SqlDialect.SqliteThatWaits(timeout) : SqlDialect.Sqlite, file);
        using var connection = database._dialect.Open(file);
        applied = Guard(file, () => Migrations.Apply(connection, database._dialect));
        return database;
    }

    /// <summary>Reads in one consistent view.</summary>
    /// <exception cref="StorageException"/>
    public T Read<T>(Func<StorageSession, T> work) => Guard(Location, () =>
    {
        using var connection = _dialect.Open(Location);
        using var transaction = connection.BeginTransaction();
        using var statements = new PreparedStatements(connection);
        return work(new StorageSession(connection, transaction, statements));
    });

    /// <summary>Does this in one transaction; when it returns, it is on the disk.</summary>
    /// <exception cref="StorageException">Nothing of it was done.</exception>
    public T Write<T>(Func<StorageSession, T> work) => Guard(Location, () =>
    {
        using var connection = _dialect.Open(Location);
        using var transaction = _dialect.BeginWriting(connection);
        using var statements = new PreparedStatements(connection);
        var session = new StorageSession(connection, transaction, statements);
        var result = work(session);
        transaction.Commit();
        session.Committed();
        return result;
    });

    /// <inheritdoc cref="Write{T}"/>
    public void Write(Action<StorageSession> work) => Write(session =>
    {
        work(session);
        return true;
    });

    /// <summary>A connection for many small transactions in a row.</summary>
    /// <exception cref="StorageException">It cannot be opened.</exception>
    public DatabaseConnection Connect() => new(_dialect, Location);

    /// <summary>Makes a whole, consistent copy while others may write.</summary>
    /// <param name="file">Must not exist.</param>
    /// <exception cref="StorageException"/>
    public void CopyTo(string file) => Guard(Location, () =>
    {
        using var connection = _dialect.Open(Location);
        _dialect.CopyTo(connection, file);
        return true;
    });

    /// <summary>
    /// Writes the whole file anew, so that no page holds remains of what was removed. Others wait meanwhile; as much room again is needed on the disk.
    /// </summary>
    /// <exception cref="StorageException">Nothing was lost, and the remains are still there.</exception>
    public void Rewrite() => Guard(Location, () =>
    {
        using var connection = _dialect.Open(Location);
        _dialect.Rewrite(connection);
        return true;
    });

    /// <summary>What is wrong with the database's pages and references; empty when sound. Cost: reads all of it.</summary>
    public IReadOnlyList<string> FindDamage() => Guard(Location, () =>
    {
        using var connection = _dialect.Open(Location);
        return _dialect.FindDamage(connection);
    });

    internal static T Guard<T>(string location, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DbException fault)
        {
            throw new StorageException($"the database {location} failed: {fault.Message}", fault) { MayPass = SqlDialect.MayPass(fault) };
        }
    }
}
