using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Briefing.Storage;

/// <summary>Where databases differ: how one is opened, how a writing transaction begins, how a copy is made. All other SQL is common.</summary>
public abstract class SqlDialect
{
    /// <summary>How long a transaction waits for another one, unless it is set otherwise.</summary>
    public static TimeSpan DefaultBusyTimeout => TimeSpan.FromSeconds(30);

    /// <summary>One file, one machine.</summary>
    public static SqlDialect Sqlite { get; } = SqliteThatWaits(DefaultBusyTimeout);

    /// <summary>SQLite that waits so long for another's transaction before it fails.</summary>
    public static SqlDialect SqliteThatWaits(TimeSpan busyTimeout) => new SqliteDialect((int)busyTimeout.TotalMilliseconds);

    /// <summary>An open connection with the settings that the promises need.</summary>
    /// <exception cref="StorageException">It cannot be opened; the message says why.</exception>
    public abstract DbConnection Open(string location);

    /// <summary>Makes small transactions in a row cheaper on this connection, as durable as before.</summary>
    public abstract void PrepareForMany(DbConnection connection);

    /// <summary>A transaction that holds the right to write from its first moment, so that it never fails half-way for want of it.</summary>
    public abstract DbTransaction BeginWriting(DbConnection connection);

    public abstract bool HasTable(DbConnection connection, string name);

    /// <summary>A whole copy of the database in a file that does not exist yet, consistent while others write.</summary>
    public abstract void CopyTo(DbConnection connection, string file);

    /// <summary>Makes the database's files anew without what has been removed.</summary>
    public abstract void Rewrite(DbConnection connection);

    /// <summary>What the database itself finds wrong with its pages and references; empty when sound.</summary>
    public abstract IReadOnlyList<string> FindDamage(DbConnection connection);

    /// <summary>Whether the same may work in a while, without anybody doing anything.</summary>
    public static bool MayPass(Exception fault) => fault switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED or SQLitePCL.raw.SQLITE_NOMEM
            or SQLitePCL.raw.SQLITE_INTERRUPT or SQLitePCL.raw.SQLITE_IOERR or SQLitePCL.raw.SQLITE_FULL,
        DbException database => database.IsTransient,
        _ => false,
    };

    private sealed class SqliteDialect(int busyMilliseconds) : SqlDialect
    {
        public override DbConnection Open(string location)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(location))!;
            try
            {
                Directory.CreateDirectory(folder);
                SQLitePCL.Batteries_V2.Init();
                // The timeout of a command, too: until then the client tries a busy one again, whatever SQLite says.
                var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = location, Pooling = false, DefaultTimeout = Math.Max(1, busyMilliseconds / 1000) }.ToString());
                connection.Open();
                // Not WAL: one file at rest, and what is erased is gone with its commit (docs/decisions/0016).
                // EXTRA also syncs the folder when the journal is removed, so that a commit outlives a loss of power.
                Execute(connection, $"PRAGMA busy_timeout={busyMilliseconds}; PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;");
                return connection;
            }
            catch (Exception fault) when (fault is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new StorageException($"the database {location} cannot be opened: {fault.Message}", fault) { MayPass = MayPass(fault) };
            }
        }

        // The journal is emptied and not removed: neither a file is made for each transaction nor the folder synced.
        public override void PrepareForMany(DbConnection connection) => Execute((SqliteConnection)connection, "PRAGMA journal_mode=TRUNCATE");

        public override DbTransaction BeginWriting(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: false);

        public override bool HasTable(DbConnection connection, string name)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $name";
            command.Parameters.Add(new SqliteParameter("$name", name));
            return command.ExecuteScalar() is not null;
        }

        public override void CopyTo(DbConnection connection, string file)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $file";
            command.Parameters.Add(new SqliteParameter("$file", file));
            command.ExecuteNonQuery();
        }

        // secure_delete wipes removed rows; what moved about when pages were balanced goes only here.
        public override void Rewrite(DbConnection connection) => Execute((SqliteConnection)connection, "VACUUM");

        public override IReadOnlyList<string> FindDamage(DbConnection connection)
        {
            var found = new List<string>();
            foreach (var check in new[] { "PRAGMA integrity_check", "PRAGMA foreign_key_check" })
            {
                using var command = connection.CreateCommand();
                command.CommandText = check;
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    var line = reader.GetValue(0).ToString() ?? "";
                    if (line != "ok")
                        found.Add(check.EndsWith("foreign_key_check", StringComparison.Ordinal) ? $"a row of {line} refers to a row that is not there" : line);
                }
            }

            return found;
        }

        private static void Execute(SqliteConnection connection, string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
