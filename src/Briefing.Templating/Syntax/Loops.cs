using System.Globalization;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Syntax;

internal abstract class LoopStatement(SourceSpan span, Block body) : Statement(span)
{
    protected Block Body { get; } = body;

    public override object? Execute(RenderContext context)
    {
        context.Scopes.EnterLoop();
        var result = Run(context);
        context.LeaveLoop();
        if (context.Flow != Flow.Return)
            context.Flow = Flow.Next;
        return result;
    }

    protected abstract object? Run(RenderContext context);

    /// <summary>Whether the loop goes on after a round.</summary>
    protected static bool GoesOn(RenderContext context)
    {
        if (context.Flow == Flow.Return)
            return false;
        var goesOn = context.Flow != Flow.Break;
        context.Flow = Flow.Next;
        return goesOn;
    }
}

internal sealed class WhileStatement(SourceSpan span, Expression condition, Block body) : LoopStatement(span, body)
{
    protected override object? Run(RenderContext context)
    {
        var state = new LoopState(count: null);
        context.Scopes.SetLoopGlobal("while", state);
        object? result = null;
        for (var round = 0; ; round++)
        {
            context.CountRound(this);
            if (!Conversions.ToBool(context.Evaluate(condition)))
                return result;
            state.Index = round;
            result = context.Execute(Body);
            if (!GoesOn(context))
                return result;
        }
    }
}

/// <summary><c>for x in items … else … end</c></summary>
internal class ForStatement(SourceSpan span, PathExpression variable, Expression source, IReadOnlyList<NamedArgument> options, Block body, Block? otherwise)
    : LoopStatement(span, body)
{
    protected virtual string LoopName => "for";

    protected IReadOnlyList<NamedArgument> Options { get; } = options;

    protected override object? Run(RenderContext context)
    {
        var value = context.Evaluate(source);
        if (value is null)
            return null;
        var sequence = Sequences.Of(value) ?? throw source.Error($"Unexpected type `{TypeNames.Of(value)}` for iterator");
        var items = Choose(context, sequence);
        Begin(context);
        var state = new LoopState(items.Count);
        context.Scopes.SetLoopGlobal(LoopName, state);
        object? result = null;
        for (var index = 0; index < items.Count; index++)
        {
            context.CountRound(this);
            state.Index = index;
            state.Changed = index == 0 || !Equals(items[index - 1], items[index]);
            Assign(context, items[index]);
            result = RunRound(context, state);
            if (!GoesOn(context))
                break;
        }

        Finish(context);
        return items.Count == 0 && otherwise is not null ? context.Execute(otherwise) : result;
    }

    protected virtual void Begin(RenderContext context)
    {
    }

    protected virtual object? RunRound(RenderContext context, LoopState state) => context.Execute(Body);

    protected virtual void Finish(RenderContext context)
    {
    }

    protected virtual void TakeOption(RenderContext context, NamedArgument option) =>
        throw option.Error($"Unsupported argument `{option.Name}` for statement: `{LoopName}`");

    private void Assign(RenderContext context, object? item)
    {
        if (variable is Variable simple)
            context.Scopes.SetLoopVariable(simple, item);
        else
            variable.Write(context, item);
    }

    /// <summary>The items to go through: those from the offset, then reversed, then as many as the limit says.</summary>
    private IReadOnlyList<object?> Choose(RenderContext context, IEnumerable<object?> sequence)
    {
        var reversed = false;
        var offset = 0;
        var limit = 0;
        foreach (var option in Options)
        {
            switch (option.Name)
            {
                case "offset":
                    offset = Conversions.ToInt(option.Span, context.Evaluate(option));
                    break;
                case "limit":
                    limit = Conversions.ToInt(option.Span, context.Evaluate(option));
                    break;
                case "reversed":
                    reversed = true;
                    break;
                default:
                    TakeOption(context, option);
                    break;
            }
        }

        if (offset > 0)
            sequence = sequence.Skip(offset);
        if (reversed)
            sequence = sequence.Reverse();
        if (limit > 0)
            sequence = sequence.Take(limit);

        // A copy, so that a body that changes its list does not disturb the loop.
        return sequence is ScriptRange range ? range : sequence.ToList();
    }
}

/// <summary><c>tablerow</c>: a for loop whose rounds are the cells of an HTML table.</summary>
internal sealed class TableRowStatement(
    SourceSpan span, PathExpression variable, Expression source, IReadOnlyList<NamedArgument> options, Block body, Block? otherwise)
    : ForStatement(span, variable, source, options, body, otherwise)
{
    protected override string LoopName => "tablerow";

    protected override void Begin(RenderContext context)
    {
        context.WriteRaw(this, "<tr class=\"row1\">");
    }

    protected override object? RunRound(RenderContext context, LoopState state)
    {
        var columns = Options.LastOrDefault(option => option.Name == "cols") is { } option
            ? Math.Max(1, Conversions.ToInt(option.Span, context.Evaluate(option)))
            : 1;
        state.Column = state.Index % columns;
        if (state.Column == 0 && state.Index > 0)
            context.WriteRaw(this, string.Create(CultureInfo.InvariantCulture, $"</tr>\n<tr class=\"row{(state.Index / columns) + 1}\">"));
        context.WriteRaw(this, string.Create(CultureInfo.InvariantCulture, $"<td class=\"col{state.Column + 1}\">"));
        var result = base.RunRound(context, state);
        context.WriteRaw(this, "</td>");
        return result;
    }

    protected override void Finish(RenderContext context) => context.WriteRaw(this, "</tr>\n");

    protected override void TakeOption(RenderContext context, NamedArgument option)
    {
        if (option.Name != "cols")
            base.TakeOption(context, option);
    }
}
