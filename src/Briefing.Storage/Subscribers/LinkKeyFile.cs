using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Subscribers;

namespace Briefing.Storage.Subscribers;

/// <summary>
/// The keys that sign links, in a file beside the database: a line each, from the oldest to the newest, its id and its 64 hexadecimal
/// digits. They are not in the database, so that a copy of it gives nobody a link that would be good.
/// </summary>
public static class LinkKeyFile
{
    private const string IfLost = "if it is lost for good, \"briefing subscribers rotate-keys --lost\" begins afresh, and the links in those mails are dead";

    /// <summary>The keys of this database; the first is made on first use.</summary>
    /// <exception cref="StorageException">They cannot be read, or are gone although mails were signed with them.</exception>
    public static LinkKeys Open(BriefingDatabase database) => Use(FileOf(database), file =>
    {
        MakeFirst(database, file);
        return new LinkKeys(Read(file));
    });

    /// <summary>Begins afresh where the keys are lost for good: no link in a mail sent so far is known again.</summary>
    /// <exception cref="StorageException">There are keys, or none can be written.</exception>
    public static void BeginAfresh(BriefingDatabase database) => Use(FileOf(database), file =>
    {
        if (File.Exists(file) && !string.IsNullOrWhiteSpace(File.ReadAllText(file)))
            throw new StorageException($"the keys {file} are not lost: nothing was changed");
        SecretFile.Replace(file, LineOf(NewKey()));
        return true;
    });

    /// <summary>Adds a key, which signs from now on. What the others have signed stays good.</summary>
    /// <returns>How many there are now.</returns>
    /// <exception cref="StorageException">They cannot be read or written, or another program is at it.</exception>
    public static int Rotate(BriefingDatabase database) => Use(FileOf(database), file =>
    {
        MakeFirst(database, file);
        // Held while the new file is written: another program's new key would be lost.
        using var held = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
        using var reader = new StreamReader(held);
        var keys = KeysOf(reader.ReadToEnd(), file).Add(NewKey());
        SecretFile.Replace(file, string.Concat(keys.Select(LineOf)));
        return keys.Length;
    });

    /// <summary>Where the keys of a database are.</summary>
    public static string FileOf(BriefingDatabase database) => database.Location + ".links";

    // A new key in the place of one that is missing would make every link in mails sent so far a dead one, and nobody would know.
    private static void MakeFirst(BriefingDatabase database, string file)
    {
        if (File.Exists(file))
            return;
        if (database.Read(session => session.FirstOrDefault<long?>("SELECT id FROM delivery WHERE subscriber IS NOT NULL AND attempts > 0 LIMIT 1")) is not null)
            throw new StorageException($"the keys {file} are missing, and the links in mails sent so far are signed with them: put the file back; {IfLost}");
        SecretFile.Make(file, LineOf(NewKey()));
    }

    private static LinkKey NewKey() => new([.. RandomNumberGenerator.GetBytes(LinkKey.SecretBytes)]);

    private static string LineOf(LinkKey key) => $"{key.Id} {key.ToHex()}\n";

    private static ImmutableArray<LinkKey> Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return KeysOf(reader.ReadToEnd(), file);
    }

    private static ImmutableArray<LinkKey> KeysOf(string text, string file)
    {
        ImmutableArray<LinkKey> keys = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => KeyOf(line, file))];
        return keys.IsEmpty ? throw new StorageException($"{file} holds no key: put the old file back; {IfLost}") : keys;
    }

    private static LinkKey KeyOf(string line, string file)
    {
        if (line.Split(' ') is [var id, { Length: 2 * LinkKey.SecretBytes } hex] && hex.All(char.IsAsciiHexDigit))
        {
            var key = new LinkKey([.. Convert.FromHexString(hex)]);
            if (key.Id == id)
                return key;
        }

        throw new StorageException($"{file} has a line that is no key: its id, a space and {2 * LinkKey.SecretBytes} hexadecimal digits that belong to the id should stand there");
    }

    private static T Use<T>(string file, Func<string, T> work)
    {
        try
        {
            return work(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"the keys {file} cannot be used: {fault.Message}", fault);
        }
    }
}

/// <summary>Writing a file that holds a secret: whole under its name or not at all, and for its owner's eyes.</summary>
internal static class SecretFile
{
    /// <summary>Never over another's: of two programs the first one's stays.</summary>
    public static void Make(string file, string content)
    {
        var partial = WritePartial(file, content);
        try
        {
            File.Move(partial, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(partial);
        }
    }

    /// <summary>In the place of the file that is there.</summary>
    public static void Replace(string file, string content) => File.Move(WritePartial(file, content), file, overwrite: true);

    private static string WritePartial(string file, string content)
    {
        var partial = $"{file}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(partial, options);
        stream.Write(Encoding.ASCII.GetBytes(content));
        stream.Flush(flushToDisk: true);
        return partial;
    }
}
