namespace Briefing.Templating;

/// <summary>A parsed template.</summary>
public sealed class Template
{
}
