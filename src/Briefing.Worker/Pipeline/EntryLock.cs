namespace Briefing.Worker.Pipeline;

/// <summary>
/// The right to make editions of an entry, held by one program at a time. A lock of the operating system on a file beside the
/// database: it ends with its holder, however that ends.
/// </summary>
internal sealed class EntryLock : IDisposable
{
    private readonly FileStream _file;

    private EntryLock(FileStream file) => _file = file;

    /// <summary>The right to run the schedule of a database; null when another worker has it.</summary>
    public static EntryLock? TryTakeSchedule(string database) => TryTake(database, "~schedule");

    /// <summary>The right to send what stands in a database's outbox; null when another program has it.</summary>
    public static EntryLock? TryTakeOutbox(string database) => TryTake(database, "~outbox");

    /// <summary>Null when another program holds it.</summary>
    /// <param name="database">The database's path; its folder exists.</param>
    public static EntryLock? TryTake(string database, string entry)
    {
        try
        {
            return new EntryLock(new FileStream($"{database}.{entry}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException fault) when (fault is not (DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
