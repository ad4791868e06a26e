using System.Data.Common;

namespace Briefing.Storage;

/// <summary>
/// A connection kept open for many small transactions, where opening one each time would cost more than the work. Not for several
/// threads at once.
/// </summary>
public sealed class DatabaseConnection : IDisposable
{
    private readonly SqlDialect _dialect;
    private readonly string _location;
    private readonly DbConnection _connection;
    private readonly PreparedStatements _statements;

    internal DatabaseConnection(SqlDialect dialect, string location)
    {
        (_dialect, _location) = (dialect, location);
        _connection = dialect.Open(location);
        dialect.PrepareForMany(_connection);
        _statements = new PreparedStatements(_connection);
    }

    /// <inheritdoc cref="BriefingDatabase.Write{T}"/>
    public T Write<T>(Func<StorageSession, T> work) => BriefingDatabase.Guard(_location, () =>
    {
        using var transaction = _dialect.BeginWriting(_connection);
        var session = new StorageSession(_connection, transaction, _statements);
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

    public void Dispose()
    {
        _statements.Dispose();
        _connection.Dispose();
    }
}
