using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary><c>array.sort</c>: stable; null first; texts by their UTF-16 units; values of different types cannot be ordered.</summary>
internal static class ArraySorting
{
    public static object Sort(Call call)
    {
        if (call[0] is null)
            return new ScriptRange([]);
        if (call.Items(0) is not { } items)
            return new ScriptArray([call[0]]);
        var member = call.Text(1);
        var order = Comparer<object?>.Create((left, right) => Compare(call, left, right));
        try
        {
            return new ScriptArray(string.IsNullOrEmpty(member)
                ? items.OrderBy(item => item, order)
                : items.OrderBy(item => ValueOf(call, item, member), order));
        }
        catch (InvalidOperationException fault) when (fault.InnerException is TemplateException cause)
        {
            // .NET wraps what a comparison throws.
            throw call.Error(cause.Messages[0].Text, cause);
        }
    }

    /// <summary>The member's value; a name with points that no member has is a path through members.</summary>
    private static object? ValueOf(Call call, object? item, string member)
    {
        if (item is null)
            return null;
        if (!member.Contains('.', StringComparison.Ordinal) || Members.NamesOf(item).Contains(member, StringComparer.Ordinal))
            return Members.Get(call.Caller.Span, item, member);
        var value = item;
        foreach (var name in member.Split('.'))
        {
            if (value is null)
                return null;
            value = Members.Get(call.Caller.Span, value, name);
        }

        return value;
    }

    private static int Compare(Call call, object? left, object? right)
    {
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        if (left is string leftText && right is string rightText)
            return string.CompareOrdinal(leftText, rightText);
        return left is IComparable comparable && left.GetType() == right.GetType()
            ? comparable.CompareTo(right)
            : throw call.Error($"Failed to compare two elements in the array: {TypeNames.Of(left)} and {TypeNames.Of(right)}.");
    }
}
