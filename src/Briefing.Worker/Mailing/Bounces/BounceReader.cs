using System.Security.Cryptography;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Mailing.Bounces;

/// <summary>
/// Reads what has come to the bounce folder: notices of non-delivery, complaints, unsubscriptions. All that one message does is one
/// transaction; the file is moved after that. A program that dies between the two finds the message again, and knows it.
/// </summary>
internal sealed class BounceReader(BriefingDatabase database, AddressKey key, LinkKeys links, string folder, IClock clock)
{
    /// <summary>Messages of one pass; more wait for the next.</summary>
    private const int Most = 10_000;

    /// <summary>Octets. A larger file is no notice.</summary>
    private const long Largest = 64L * 1024 * 1024;

    private readonly BounceFolder _folder = new(folder);

    /// <summary>One pass over the folder.</summary>
    /// <exception cref="StorageException">The database failed; what had not been recorded is still in the folder.</exception>
    public BounceCounts Read(CancellationToken cancellation)
    {
        if (!_folder.Exists)
            return BounceCounts.Nothing with { Faults = [$"there is no folder {folder} to read notices of non-delivery from"] };
        var counts = BounceCounts.Nothing;
        try
        {
            var waiting = _folder.Waiting();
            foreach (var (at, file) in waiting.Index())
            {
                if (at == Most || cancellation.IsCancellationRequested)
                    return counts with { Left = counts.Left + waiting.Count - at };
                counts = ReadOne(file, counts);
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            counts = counts with { Faults = counts.Faults.Add($"{folder} cannot be read: {fault.Message}") };
        }

        return counts;
    }

    // Names of files may tell addresses: they are not repeated.
    private BounceCounts ReadOne(string file, BounceCounts counts)
    {
        try
        {
            if (Content(file) is not var (message, hash, arrived))
            {
                _folder.PutUnreadable(file);
                return counts with { Unreadable = counts.Unreadable + 1 };
            }

            var read = FolderMessageReader.Read(message);
            var (fate, suppressed) = database.Write(session => new BounceDesk(session, key, links, clock.GetCurrentInstant()).Take(read, hash, arrived));
            counts = counts.With(fate, suppressed);
            if (fate == BounceFate.Unmatched)
                _folder.PutUnmatched(file, hash);
            else
                _folder.PutDone(file, hash);
            return counts;
        }
        catch (FileNotFoundException)
        {
            // Another program was faster.
            return counts;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return counts with { Left = counts.Left + 1, Faults = counts.Faults.Add($"a message in {folder} cannot be read or moved: {fault.GetType().Name}") };
        }
    }

    // The beginning, as much as is looked at, and the hash of all. Null where it is no message: too large, or without a single header field.
    private static (ReadOnlyMemory<byte> Message, string Hash, Instant Arrived)? Content(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.Length > Largest)
            return null;
        var message = new byte[Math.Min(stream.Length, MimeReader.Longest)];
        var length = stream.ReadAtLeast(message, message.Length, throwOnEndOfStream: false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(message.AsSpan(0, length));
        var more = new byte[64 * 1024];
        while (stream.Read(more) is var count and > 0)
            hash.AppendData(more.AsSpan(0, count));
        return ReceivedFields.Read(message.AsMemory(0, length), out _).IsEmpty
            ? null
            : (message.AsMemory(0, length), Convert.ToHexStringLower(hash.GetHashAndReset()), Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stream.SafeFileHandle)));
    }
}
