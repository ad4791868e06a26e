using System.Collections.Immutable;
using Briefing.Core.Deliveries;

namespace Briefing.Worker.Mailing.Bounces;

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
    public static FolderMessage.BounceNotice? Read(MimeEntity mail, ImmutableArray<MailReference> references)
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

    private static string TextOf(MimeEntity mail)
    {
        var text = mail.Everything.FirstOrDefault(part => part.Parts.IsEmpty && part.Type.Name == "text/plain")?.Text ?? "";
        return text.Length <= LongestText ? text : text[..LongestText];
    }
}
