using System.Data.Common;
using Dapper;

namespace Briefing.Storage;

/// <summary>One transaction's connection, as the stores use it.</summary>
public sealed class StorageSession
{
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly PreparedStatements _statements;
    private List<Action>? _afterCommit;

    internal StorageSession(DbConnection connection, DbTransaction transaction, PreparedStatements statements)
    {
        _connection = connection;
        _transaction = transaction;
        _statements = statements;
    }

    /// <summary>
    /// Has something done once the transaction's work is on the disk: what people are told must have happened, and once. Of a
    /// transaction that comes to nothing it is not done. It must not throw.
    /// </summary>
    public void AfterCommit(Action action) => (_afterCommit ??= []).Add(action);

    internal void Committed()
    {
        foreach (var action in _afterCommit ?? [])
            action();
    }

    /// <returns>The number of rows changed.</returns>
    internal int Execute(string sql, object? values = null) => _connection.Execute(sql, values, _transaction);

    /// <summary>The same statement with each of these values, prepared once.</summary>
    internal void ExecuteEach<T>(string sql, IEnumerable<T> values)
        where T : class => _connection.Execute(sql, values, _transaction);

    /// <summary>A statement to be run many times. It is the connection's: whoever runs it does not dispose it.</summary>
    /// <param name="names">Of its values, with the mark that the SQL has before them.</param>
    internal PreparedStatement Prepare(string sql, params ReadOnlySpan<string> names) => _statements.Of(sql, _transaction, names);

    internal List<T> Query<T>(string sql, object? values = null) => _connection.Query<T>(sql, values, _transaction).AsList();

    internal T? FirstOrDefault<T>(string sql, object? values = null) => _connection.QueryFirstOrDefault<T>(sql, values, _transaction);

    internal T Single<T>(string sql, object? values = null) => _connection.QuerySingle<T>(sql, values, _transaction);
}

/// <summary>The database cannot do what it was asked: it cannot be opened, written or read. The message is for the person who runs it.</summary>
public sealed class StorageException : Exception
{
    public StorageException(string message)
        : base(message)
    {
    }

    public StorageException(string message, Exception cause)
        : base(message, cause)
    {
    }

    /// <summary>Whether it may be otherwise in a while, without anybody doing anything: others hold the database, the disk is full.</summary>
    public bool MayPass { get; init; }
}
