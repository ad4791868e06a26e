using System.Globalization;

namespace Briefing.Worker.Mail;

/// <summary>Everything above a message's body that does not say how the body is encoded. Equal headers are written as equal text.</summary>
internal record MessageHeaders
{
    public required Mailbox From { get; init; }
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Empty for a message that is kept as a file; a delivered one has exactly one.</summary>
    public IReadOnlyList<Mailbox> To { get; init; } = [];
    public required string Subject { get; init; }
    public required DateTimeOffset Date { get; init; }

    /// <summary>Without angle brackets: left@right.</summary>
    public required string MessageId { get; init; }

    /// <summary>Further headers, as List-Unsubscribe. Printable ASCII.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <exception cref="FormatException">A header's name or value, or the Message-ID, cannot stand in a header.</exception>
    public void WriteTo(HeaderWriter output)
    {
        output.Structured("Date", DateOf(Date));
        output.Addresses("From", [From]);
        if (ReplyTo is { } replyTo)
            output.Addresses("Reply-To", [replyTo]);
        if (To.Count > 0)
            output.Addresses("To", To);
        output.Unstructured("Subject", Subject);
        output.Structured("Message-ID", $"<{MessageIdOf(MessageId)}>");
        foreach (var (name, value) in Headers)
            output.Structured(name, value);
        output.Structured("MIME-Version", "1.0");
    }

    // RFC 5322, 3.3: Mon, 02 Feb 2026 06:30:00 +0000.
    private static string DateOf(DateTimeOffset date) =>
        date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) +
        date.ToString("zzz", CultureInfo.InvariantCulture).Replace(":", "", StringComparison.Ordinal);

    private static string MessageIdOf(string id) =>
        id.Length <= 250 && id.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && id.All(c => c is > ' ' and < '\u007F' and not ('<' or '>' or '"' or '(' or ')'))
            ? id
            : throw new FormatException($"\"{id}\" is no Message-ID.");
}
