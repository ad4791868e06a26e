namespace Briefing.Storage;

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
