using System.Data.Common;

namespace Briefing.Storage;

/// <summary>A statement whose SQL the database has read once. One run at a time.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand _command;

    /// <param name="names">Of its values, in the order in which it is given them.</param>
    public PreparedStatement(DbConnection connection, string sql, ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>The transaction that it runs in.</summary>
    public DbTransaction? Transaction
    {
        set => _command.Transaction = value;
    }

    /// <summary>Runs it with these values.</summary>
    /// <returns>Its rows, to be disposed before it is run again.</returns>
    public DbDataReader Run(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteReader();
    }

    /// <inheritdoc cref="Run"/>
    /// <returns>The number of rows changed.</returns>
    public int Execute(params ReadOnlySpan<object?> values)
    {
        Set(values);
        return _command.ExecuteNonQuery();
    }

    public void Dispose() => _command.Dispose();

    private void Set(ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++)
            _command.Parameters[at].Value = values[at] ?? DBNull.Value;
    }
}

/// <summary>The statements of one connection, each prepared when it is first asked for and kept from one transaction to the next.</summary>
internal sealed class PreparedStatements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, PreparedStatement> _bySql = new(StringComparer.Ordinal);

    /// <param name="names">Of its values, with the mark that the SQL has before them.</param>
    public PreparedStatement Of(string sql, DbTransaction transaction, ReadOnlySpan<string> names)
    {
        if (!_bySql.TryGetValue(sql, out var statement))
            _bySql.Add(sql, statement = new PreparedStatement(connection, sql, names));
        statement.Transaction = transaction;
        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in _bySql.Values)
            statement.Dispose();
    }
}
