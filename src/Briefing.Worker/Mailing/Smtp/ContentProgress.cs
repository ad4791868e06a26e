using MailKit;

namespace Briefing.Worker.Mailing.Smtp;

/// <summary>How far the content got. The last of it may lie in a buffer with the final dot: whoever has written all of it cannot know.</summary>
internal sealed class ContentProgress : ITransferProgress
{
    public bool HasBegun { get; private set; }

    public bool IsWhole { get; private set; }

    public void Report(long bytesTransferred, long totalSize)
    {
        HasBegun = true;
        IsWhole = bytesTransferred >= totalSize;
    }

    public void Report(long bytesTransferred) => HasBegun = true;
}
