using System.Collections.Immutable;
using System.Security.Cryptography;
using Briefing.Core.Deliveries;

namespace Briefing.Storage.Subscribers;

/// <summary>
/// The keys that sign links, in a file beside the database: a line each, from the oldest to the newest, its id and its 64 hexadecimal
/// digits. They are not in the database, so that a copy of it gives nobody a link that would be good.
/// </summary>
public static class LinkKeyFile
{
    /// <summary>The keys of this database; the first is made on first use.</summary>
    /// <exception cref="StorageException">They cannot be read.</exception>
    public static LinkKeys Open(BriefingDatabase database) => Use(FileOf(database), file =>
    {
        if (!File.Exists(file))
            SecretFile.Make(file, LineOf(NewKey()));
        return new LinkKeys(Read(file));
    });

    /// <summary>Adds a key, which signs from now on. What the others have signed stays good.</summary>
    /// <returns>How many there are now.</returns>
    /// <exception cref="StorageException">They cannot be read or written, or another program is at it.</exception>
    public static int Rotate(BriefingDatabase database) => Use(FileOf(database), file =>
    {
        if (!File.Exists(file))
            SecretFile.Make(file, LineOf(NewKey()));
        // Held while the new file is written: another program's new key would be lost.
        using var held = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.None);
        using var reader = new StreamReader(held);
        var keys = KeysOf(reader.ReadToEnd(), file).Add(NewKey());
        SecretFile.Replace(file, string.Concat(keys.Select(LineOf)));
        return keys.Length;
    });

    /// <summary>Where the keys of a database are.</summary>
    public static string FileOf(BriefingDatabase database) => database.Location + ".links";

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
        return keys.IsEmpty ? throw new StorageException($"{file} holds no key; if the old ones are lost for good, remove it, and links in mails sent so far will not be known again") : keys;
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
