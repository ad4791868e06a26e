using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Syntax;

/// <summary>Statements in a row.</summary>
internal sealed class Block(SourceSpan span, IReadOnlyList<Statement> statements) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        object? result = null;
        var outer = context.Output.Indent;
        var inner = outer;
        foreach (var statement in statements)
        {
            if (statement is CodeEdge edge)
            {
                inner = edge.IsEnter ? edge.Indent : outer;
                continue;
            }

            context.Output.Indent = inner;
            result = context.Execute(statement);
            if (!statement.Prints)
                result = null;
            else if (result is not null && context.Flow != Flow.Return)
            {
                context.Print(statement, result);
                result = null;
            }

            if (context.Flow != Flow.Next)
                break;
        }

        context.Output.Indent = outer;
        return result;
    }
}

/// <summary>
/// <c>{{</c> or <c>}}</c>. A block whose <c>{{</c> stands first on its line gives its indentation to every line that is
/// written from within it; null where no text stands before it.
/// </summary>
internal sealed class CodeEdge(SourceSpan span, bool isEnter, string? indent) : Statement(span)
{
    public bool IsEnter { get; } = isEnter;

    public string? Indent { get; } = indent;

    public override object? Execute(RenderContext context) => null;
}

/// <summary>Text outside code.</summary>
internal sealed class TextStatement(SourceSpan span) : Statement(span)
{
    public override object? Execute(RenderContext context)
    {
        context.WriteText(this);
        return null;
    }
}
