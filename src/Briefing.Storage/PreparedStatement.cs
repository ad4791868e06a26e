using System.Data.Common;

namespace Briefing.Storage;

/// <summary>A statement for many rows: the database reads its SQL once. Not past the end of its transaction.</summary>
internal sealed class PreparedStatement : IDisposable
{
    private readonly DbCommand _command;

    /// <param name="names">Of its values, in the order in which <see cref="Run"/> is given them.</param>
    public PreparedStatement(DbConnection connection, DbTransaction transaction, string sql, ReadOnlySpan<string> names)
    {
        _command = connection.CreateCommand();
        _command.Transaction = transaction;
        _command.CommandText = sql;
        foreach (var name in names)
        {
            var parameter = _command.CreateParameter();
            parameter.ParameterName = name;
            _command.Parameters.Add(parameter);
        }
    }

    /// <summary>Runs it with these values.</summary>
    /// <returns>Its rows, to be disposed before it is run again.</returns>
    public DbDataReader Run(params ReadOnlySpan<object?> values)
    {
        for (var at = 0; at < values.Length; at++)
            _command.Parameters[at].Value = values[at] ?? DBNull.Value;
        return _command.ExecuteReader();
    }

    public void Dispose() => _command.Dispose();
}
