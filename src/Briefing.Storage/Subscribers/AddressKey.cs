using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Subscribers;

namespace Briefing.Storage.Subscribers;

/// <summary>
/// Turns addresses into the hashes by which they are known (HMAC-SHA256 over the normalised address). The key is a file beside the
/// database, so that a copy of the database alone cannot be searched for an address that was erased.
/// </summary>
public sealed class AddressKey
{
    private const int KeyBytes = 32;
    private const string FingerprintOf = "briefing address key";

    private readonly byte[] _key;

    private AddressKey(byte[] key) => _key = key;

    /// <summary>The key of this database, made on first use.</summary>
    /// <exception cref="StorageException">The database has been used with a key that is not there, or with another one.</exception>
    public static AddressKey Open(BriefingDatabase database)
    {
        var file = FileOf(database);
        var known = database.Read(Fingerprint);
        if (known is not null && !File.Exists(file))
            throw new StorageException($"the key {file} is missing; without it, addresses that were erased would not be known again: put it back");
        var key = ReadOrMake(file);
        // Another program may have come first: what stands there then decides.
        known ??= database.Write(session =>
        {
            session.Execute("INSERT INTO address_key (id, fingerprint) VALUES (1, @fingerprint) ON CONFLICT DO NOTHING", new { fingerprint = key.Hash(FingerprintOf) });
            return Fingerprint(session);
        });
        return known == key.Hash(FingerprintOf) ? key : throw new StorageException($"the key {file} is not the one this database has been used with");
    }

    /// <summary>Where the key of a database is.</summary>
    public static string FileOf(BriefingDatabase database) => database.Location + ".key";

    /// <summary>64 hexadecimal digits, the same for all spellings of an address.</summary>
    public string HashOf(MailAddress address) => Hash(address.Key);

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));

    private static string? Fingerprint(StorageSession session) => session.FirstOrDefault<string>("SELECT fingerprint FROM address_key");

    private static AddressKey ReadOrMake(string file)
    {
        try
        {
            if (!File.Exists(file))
                SecretFile.Make(file, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes)) + "\n");
            var key = Convert.FromHexString(File.ReadAllText(file).Trim());
            return key.Length == KeyBytes ? new AddressKey(key) : throw new FormatException("It has another length.");
        }
        catch (FormatException fault)
        {
            throw new StorageException($"{file} holds no key: {2 * KeyBytes} hexadecimal digits should stand there", fault);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageException($"the key {file} cannot be used: {fault.Message}", fault);
        }
    }
}
