namespace Briefing.Worker.Mail;

/// <summary>
/// Keeps messages as files, one a delivery, for another programme or a person to take up. The file's name is the delivery's key, so
/// that the same delivery is the same file; it is there whole or not at all.
/// </summary>
internal sealed class PickupFolder(string folder) : IMailTransport
{
    public async Task<SendOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var path = Path.Combine(folder, message.Key + ".eml");
        var partial = path + ".partial";
        try
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None);
            await using (file)
            {
                foreach (var piece in message.Content.Pieces)
                    await file.WriteAsync(piece, cancellation);
                file.Flush(flushToDisk: true);
            }

            File.Move(partial, path, overwrite: true);
            return new SendOutcome.Accepted(Reply: null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new SendOutcome.TryLater(SendStage.Content, Concern.Everyone, "the pickup folder cannot be written to", NeedsPerson: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
