namespace Briefing.Worker.Printing;

/// <summary>There is no pack, and the message says why in words for an operator. HTML and text do not depend on it.</summary>
public sealed class PrintingFailedException : Exception
{
    public PrintingFailedException(string message)
        : base(message)
    {
    }

    public PrintingFailedException(string message, Exception cause)
        : base(message, cause)
    {
    }
}
