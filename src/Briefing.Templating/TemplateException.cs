namespace Briefing.Templating;

/// <summary>A template could not be parsed, or rendering it failed. The only exception that a template can cause.</summary>
public sealed class TemplateException : Exception
{
    public TemplateException(TemplateMessage message, Exception? cause = null)
        : this([message], cause)
    {
    }

    internal TemplateException(IReadOnlyList<TemplateMessage> messages, Exception? cause = null)
        : base(string.Join('\n', messages), cause)
    {
        Messages = messages;
    }

    /// <summary>Every fault found, in order of place; at least one.</summary>
    public IReadOnlyList<TemplateMessage> Messages { get; }

    public string Path => Messages[0].Path;

    public int Line => Messages[0].Line;

    public int Column => Messages[0].Column;
}
