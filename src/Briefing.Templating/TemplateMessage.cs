namespace Briefing.Templating;

/// <summary>A fault in a template. Line and column count from 1; the column counts UTF-16 units.</summary>
public sealed record TemplateMessage(string Path, int Line, int Column, string Text)
{
    /// <summary>In the form that Scriban and compilers use: <c>path(line,column) : error : text</c>.</summary>
    public override string ToString() => $"{Path}({Line},{Column}) : error : {Text}";
}
