using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>Operators where one side at least is an array or a range of the template.</summary>
internal static class ListOperations
{
    public static object? Evaluate(RenderContext context, TokenKind op, SourceSpan span, object left, object right)
    {
        var leftItems = Sequences.Of(left);
        var rightItems = Sequences.Of(right);
        switch (op)
        {
            case TokenKind.Plus when leftItems is not null && rightItems is not null:
                return new ScriptRange([.. leftItems, .. rightItems]);
            case TokenKind.Asterisk when leftItems is null != rightItems is null:
                return Repeat(context, span, leftItems ?? rightItems!, Times(span, leftItems is null ? left : right), left is ScriptRange || right is ScriptRange);
            case TokenKind.Divide or TokenKind.DoubleDivide when leftItems is not null:
                return Divide(leftItems, Divisor(span, right), left is ScriptRange);
            case TokenKind.Percent when leftItems is not null:
                var every = Divisor(span, right);
                return Made(left is ScriptRange, leftItems.Where((_, index) => index % every == 0));
            case TokenKind.DoubleLess when leftItems is not null:
                return Made(left is ScriptRange, leftItems.Append(right));
            case TokenKind.DoubleGreater when rightItems is not null:
                return Made(right is ScriptRange, rightItems.Prepend(left));
            default:
                return leftItems is not null && rightItems is not null && IsComparison(op)
                    ? Compare(context, op, span, leftItems.ToList(), rightItems.ToList())
                    : throw span.Error($"The operator `{BinaryOperations.SymbolOf(span, op)}` is not supported between {TypeNames.Of(left)} and {TypeNames.Of(right)}.");
        }
    }

    private static object Made(bool asRange, IEnumerable<object?> items) => asRange ? new ScriptRange(items.ToList()) : new ScriptArray(items);

    private static object Repeat(RenderContext context, SourceSpan span, IEnumerable<object?> items, int times, bool asRange)
    {
        var once = items.ToList();
        context.CheckItems(span, (long)once.Count * times);
        return Made(asRange, Enumerable.Repeat(once, times).SelectMany(part => part));
    }

    private static object Divide(IEnumerable<object?> items, int divisor, bool isRange)
    {
        // Quirk kept from Scriban: of an array the first part is taken, of a range one item more than the divisor says.
        if (isRange)
            return new ScriptRange(items.Take(divisor + 1).ToList());
        var all = items.ToList();
        return new ScriptArray(all.Take(all.Count / divisor));
    }

    private static int Times(SourceSpan span, object value)
    {
        var times = Conversions.ToInt(span, value);
        return times >= 0 ? times : throw span.Error($"Integer {times} cannot be negative when multiplying");
    }

    private static int Divisor(SourceSpan span, object value)
    {
        var divisor = Times(span, value);
        return divisor > 0 ? divisor : throw span.Error("Cannot divide by 0");
    }

    private static bool IsComparison(TokenKind op) => Arithmetic.Compare(op, 0, 0) is not null;

    /// <summary>By length first, then item by item: each pair must fulfil the operator.</summary>
    private static bool Compare(RenderContext context, TokenKind op, SourceSpan span, List<object?> left, List<object?> right)
    {
        if (left.Count != right.Count)
            return (bool)Arithmetic.Compare(op, left.Count, right.Count)!;
        if (left.Count == 0)
            return (bool)Arithmetic.Compare(op, 0, 0)!;
        for (var index = 0; index < left.Count; index++)
        {
            if (BinaryOperations.Evaluate(context, op, span, left[index], span, right[index], span) is not true)
                return false;
        }

        return true;
    }
}
