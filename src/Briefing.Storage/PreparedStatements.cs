using System.Data.Common;

namespace Briefing.Storage;

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
