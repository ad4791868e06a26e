using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Worker.Mail.Returned;

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
            var (fate, suppressed) = database.Write(session => new ReturnedMail(session, key, links, clock.GetCurrentInstant()).Take(read, hash, arrived));
            counts = counts.With(fate, suppressed);
            if (fate == BounceOutcome.Unmatched)
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
    private static (ReceivedPart Message, string Hash, Instant Arrived)? Content(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        if (stream.Length > Largest)
            return null;
        var message = new byte[Math.Min(stream.Length, ReceivedPart.MaxOctets)];
        var length = stream.ReadAtLeast(message, message.Length, throwOnEndOfStream: false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(message.AsSpan(0, length));
        var more = new byte[64 * 1024];
        while (stream.Read(more) is var count and > 0)
            hash.AppendData(more.AsSpan(0, count));
        return ReceivedPart.Read(message.AsMemory(0, length)) is not { } read
            ? null
            : (read, Convert.ToHexStringLower(hash.GetHashAndReset()), Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(stream.SafeFileHandle)));
    }
}

/// <summary>What a notice says of one recipient (RFC 3464, 2.3). Everything in it is what somebody wrote, not what is known.</summary>
/// <param name="Final">The address that was tried last: another than ours where mail is forwarded. Null where none can be read.</param>
/// <param name="Original">The address as it was first named; null where none can be read.</param>
/// <param name="Action">failed, delayed, delivered, relayed, expanded; in small letters.</param>
/// <param name="Status">Of the server that reports.</param>
/// <param name="Diagnostic">Of the server that refused, from the words it used.</param>
/// <param name="Said">Those words; they may name the recipient. Null where there are none.</param>
internal sealed partial record RecipientReport(
    MailAddress? Final, MailAddress? Original, string Action, EnhancedStatus? Status, EnhancedStatus? Diagnostic, string? Said)
{
    private const int LongestSaid = 500;

    /// <summary>Whether it names an address at all, also one that cannot be read: a program, or one of another kind of mail.</summary>
    public bool IsNamed { get; private init; }

    public BounceKind? Kind => BounceRule.Of(Action, Status, Diagnostic);

    /// <summary>The status that decides, as it is kept.</summary>
    public EnhancedStatus? Reason => Diagnostic is { IsGeneral: false } ? Diagnostic : Status ?? Diagnostic;

    /// <summary>Null where the fields are of no recipient.</summary>
    public static RecipientReport? Of(ReceivedFields fields)
    {
        var (final, original) = (fields["Final-Recipient"], fields["Original-Recipient"]);
        if (final is null && original is null && fields["Action"] is null && fields["Status"] is null)
            return null;
        var status = fields["Status"] is { } given ? EnhancedStatus.Parse(given) : null;
        var diagnostic = ValueOf(fields["Diagnostic-Code"]);
        var said = string.Join(": ", new[] { ValueOf(fields["Remote-MTA"]), diagnostic }.Where(words => !string.IsNullOrEmpty(words)));
        return new RecipientReport(
            AddressOf(final),
            AddressOf(original),
            ActionOf(fields["Action"], status),
            status,
            diagnostic is null ? null : EnhancedStatus.FindIn(diagnostic),
            said.Length == 0 ? null : Cleaned(said))
        {
            IsNamed = final is not null || original is not null,
        };
    }

    /// <summary>Short, and without control characters.</summary>
    public static string Cleaned(string said) =>
        string.Concat((said.Length <= LongestSaid ? said : said[..LongestSaid]).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c));

    /// <summary>Without the angle brackets that some put round it, and with its letters as they are.</summary>
    public static MailAddress? AddressOf(string? field) =>
        ValueOf(field) is { } text && MailAddress.TryParse(Unescaped(text.Trim('<', '>', ' ')), out var address, out _) ? address : null;

    // RFC 3464 demands it, and some servers leave it out.
    private static string ActionOf(string? given, EnhancedStatus? status) =>
        given?.Split(' ', ';', '(')[0].ToLowerInvariant() is { Length: > 0 } action ? action : status is { Class: 5 } ? "failed" : "delayed";

    // "rfc822; name@example.org", "smtp; 550 …", "dns; mx.example.org". Some servers leave the type out.
    private static string? ValueOf(string? field) => field is null ? null : (Type().Match(field) is { Success: true } type ? field[type.Length..] : field).Trim();

    // Where mail is not 8-bit clean, letters of an address are written by their numbers (RFC 6533, 3): \x{E9}.
    private static string Unescaped(string address) => Escape().Replace(
        address,
        found => Rune.TryCreate(int.Parse(found.Groups["number"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture), out var rune) ? rune.ToString() : found.Value);

    // One word (RFC 3464, 2.1.2).
    [GeneratedRegex(@"^\s*[A-Za-z][A-Za-z0-9-]*\s*;", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Type();

    [GeneratedRegex(@"\\x\{(?<number>[0-9A-Fa-f]{2,6})\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}

/// <summary>
/// Notices of no form, in words for people. One counts only where a mail server wrote it, it has the returned message's
/// Message-ID, and before that a status stands behind a reply code or a number sign.
/// </summary>
internal static class PlainNoticeReader
{
    private const int LongestText = 64 * 1024;
    private const string IdLine = "\nMessage-ID:";

    // A Message-ID may stand on the next line.
    private const int LongestIdLine = 500;

    private static readonly string[] Daemons = ["mailer-daemon@", "postmaster@", "mailerdaemon@", "mail-daemon@"];

    /// <param name="references">Of the message that came back as a part, and of the notice's own header.</param>
    /// <returns>Null where it is no notice.</returns>
    public static FolderMessage.BounceNotice? Read(ReceivedPart mail, ImmutableArray<MailReference> references)
    {
        if (!IsOfMailServer(mail.Fields))
            return null;
        var (told, returned) = Divide(TextOf(mail));
        ImmutableArray<MailReference> inText = [.. MailReference.In(returned).Take(1)];
        var statuses = told.Split('\n').Select(EnhancedStatus.FindIn).OfType<EnhancedStatus>().Distinct().Take(2).ToArray();
        if (statuses.Length == 0 || (references.IsEmpty && inText.IsEmpty))
            return null;
        // Of two, either may be meant.
        var status = statuses is [var only] ? only : new EnhancedStatus(statuses[0].Class, 0, 0);
        var action = status.Class == 5 ? "failed" : "delayed";
        return new FolderMessage.BounceNotice(
            [.. references, .. inText], IsComplaint: false, [new RecipientReport(null, null, action, status, null, null)], [], told);
    }

    /// <summary>Whether it comes under a name that mail servers give themselves.</summary>
    public static bool IsOfDaemon(ReceivedFields fields) =>
        fields["From"] is { } from && Daemons.Any(daemon => from.Contains(daemon, StringComparison.OrdinalIgnoreCase));

    // What the server tells, and the line with the returned message's id, after which anything may stand.
    private static (string Told, string Id) Divide(string text)
    {
        var at = text.IndexOf(IdLine, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (text, "") : (text[..at], text.Substring(at, Math.Min(LongestIdLine, text.Length - at)));
    }

    // Answering machines, too, send with an empty return path: it does for those that do not say what they are.
    private static bool IsOfMailServer(ReceivedFields fields) => fields["Return-Path"]?.Trim() == "<>" || IsOfDaemon(fields);

    private static string TextOf(ReceivedPart mail)
    {
        var text = mail.Everything.FirstOrDefault(part => part.Parts.IsEmpty && part.Type == "text/plain")?.Text ?? "";
        return text.Length <= LongestText ? text : text[..LongestText];
    }
}
