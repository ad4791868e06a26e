using System.Data.Common;
using Dapper;

namespace Briefing.Storage;

/// <summary>
/// Brings a database's tables up to date: the numbered scripts of Migrations/, each once, in order, each in one transaction with
/// the record that it was applied. Killed half-way, the next start goes on where the last whole one ended. There is no way back.
/// </summary>
internal static class Migrations
{
    /// <returns>The names of those applied now.</returns>
    /// <exception cref="StorageException">The database is of a later version of the program.</exception>
    public static IReadOnlyList<string> Apply(DbConnection connection, SqlDialect dialect)
    {
        var scripts = Scripts();
        // The usual case, without the right to write.
        if (dialect.HasTable(connection, "migration") && connection.QuerySingle<int>("SELECT count(*) FROM migration") == scripts.Count)
            return [];

        var applied = new List<string>();
        while (ApplyNext(connection, dialect, scripts) is { } name)
            applied.Add(name);
        return applied;
    }

    // The number is read again within the transaction: two programs may start at once.
    private static string? ApplyNext(DbConnection connection, SqlDialect dialect, List<string> scripts)
    {
        using var transaction = dialect.BeginWriting(connection);
        connection.Execute("CREATE TABLE IF NOT EXISTS migration (number INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL)", transaction: transaction);
        var done = connection.QuerySingle<int>("SELECT count(*) FROM migration", transaction: transaction);
        if (done > scripts.Count)
            throw new StorageException($"the database is of a later version of this program ({done} migrations; this version knows {scripts.Count}): use that version");
        if (done == scripts.Count)
            return null;

        var name = scripts[done];
        connection.Execute(TextOf(name), transaction: transaction);
        connection.Execute("INSERT INTO migration (number, name) VALUES (@number, @name)", new { number = done + 1, name }, transaction);
        transaction.Commit();
        return name;
    }

    private static List<string> Scripts() =>
        [.. typeof(Migrations).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string TextOf(string name)
    {
        using var reader = new StreamReader(typeof(Migrations).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
