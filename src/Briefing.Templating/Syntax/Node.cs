using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Syntax;

/// <summary>A part of a parsed template, with its place.</summary>
internal abstract class Node(SourceSpan span)
{
    public SourceSpan Span { get; } = span;

    public TemplateException Error(string message, Exception? cause = null) => Span.Error(message, cause);

    public override string ToString() => Span.ToString();
}

internal abstract class Expression(SourceSpan span) : Node(span)
{
    public abstract object? Evaluate(RenderContext context);
}

internal abstract class Statement(SourceSpan span) : Node(span)
{
    /// <summary>Whether the value is printed.</summary>
    public virtual bool Prints => true;

    /// <returns>The value to print or, on the way out of a function, the value to return.</returns>
    public abstract object? Execute(RenderContext context);
}
