namespace Briefing.Storage.Deliveries;

/// <summary>Editions' mails, one for each choice of topics and pack that some reader has made.</summary>
public static class MessageStore
{
    /// <returns>Its id; that of an equal one where there is one.</returns>
    public static long Keep(StorageSession session, StoredMessage message)
    {
        var values = new
        {
            edition = message.Edition,
            choice = message.Choice.Key,
            subject = message.Subject,
            text = StoredText.Compress(message.Text),
            html = StoredText.Compress(message.Html),
            pack = message.Pack,
        };
        return session.FirstOrDefault<long?>(
            "SELECT id FROM message WHERE edition = @edition AND choice = @choice AND subject = @subject AND text = @text AND html = @html AND pack IS @pack", values)
            ?? session.Single<long>(
                "INSERT INTO message (edition, choice, subject, text, html, pack) VALUES (@edition, @choice, @subject, @text, @html, @pack) RETURNING id", values);
    }

    /// <summary>Null where it is no longer kept.</summary>
    public static StoredMessage? Find(StorageSession session, long id) =>
        session.FirstOrDefault<Row>("SELECT edition, choice, subject, text, html, pack FROM message WHERE id = @id AND length(html) > 0", new { id })?.ToMessage();

    private sealed class Row
    {
        public required long Edition { get; init; }
        public required string Choice { get; init; }
        public required string Subject { get; init; }
        public required byte[] Text { get; init; }
        public required byte[] Html { get; init; }
        public string? Pack { get; init; }

        public StoredMessage ToMessage() => new(Edition, ReaderChoice.Parse(Choice), Subject, StoredText.TextOf(Text), StoredText.TextOf(Html), Pack);
    }
}

/// <summary>An edition's mail for one choice, with places where a reader's own values stand.</summary>
/// <param name="Pack">The name under which the edition's pack is attached; null where none is.</param>
public sealed record StoredMessage(long Edition, ReaderChoice Choice, string Subject, string Text, string Html, string? Pack);
