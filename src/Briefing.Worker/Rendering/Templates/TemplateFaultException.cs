namespace Briefing.Worker.Rendering.Templates;

/// <summary>A template that cannot be parsed or run, and where: what its author needs to mend it.</summary>
/// <param name="line">From 1.</param>
/// <param name="column">From 1.</param>
internal sealed class TemplateFaultException(string file, int line, int column, string reason, Exception? inner = null)
    : Exception($"{file}:{line}:{column}: {reason}", inner)
{
    public string File => file;
    public int Line => line;
    public int Column => column;
    public string Reason => reason;
}
