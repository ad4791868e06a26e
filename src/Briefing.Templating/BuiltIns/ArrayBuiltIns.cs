using System.Text;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>array</c> object.</summary>
internal static class ArrayBuiltIns
{
    public static ScriptObject Create()
    {
        var arrays = new ScriptObject();
        AddReading(arrays);
        AddChoosing(arrays);
        AddBuilding(arrays);
        AddApplying(arrays);
        return arrays;
    }

    private static void AddReading(ScriptObject arrays)
    {
        arrays.Add("size", "list:items", call => call.Items(0) is null ? 0 : Sequences.CountOf(call[0]!));
        arrays.Add("first", "list:items", call => call.Items(0)?.FirstOrDefault());
        arrays.Add("last", "list:items", call => call.Items(0)?.LastOrDefault());
        arrays.Add("contains", "list:items item", call => call.Items(0)?.Any(item => IsSame(item, call[1])) ?? false);
        arrays.Add("join", "list:items delimiter:text function=null", Join);
        arrays.Add("map", "list member:text", Map);
        arrays.Add("cycle", "list:list group=null", Cycle);
    }

    private static void AddChoosing(ScriptObject arrays)
    {
        arrays.Add("compact", "list:items", call => Range(call.Items(0)?.Where(item => item is not null)));
        arrays.Add("limit", "list:items count:int", call => Range(call.Items(0)?.Take(call.Int(1))));
        arrays.Add("offset", "list:items index:int", call => Range(call.Items(0)?.Skip(call.Int(1))));
        arrays.Add("uniq", "list:items", call => Range(call.Items(0)?.Distinct()));
        arrays.Add("reverse", "list:items", call => call.Items(0) is { } items ? Range(items.Reverse()) : new ScriptArray());
        arrays.Add("sort", "list member:text=null", ArraySorting.Sort);
        arrays.Add("remove_at", "list:list index:int", RemoveAt);
    }

    private static void AddBuilding(ScriptObject arrays)
    {
        arrays.Add("add", "list:items value", call => call.Items(0) switch
        {
            null => new ScriptRange([call[1]]),
            var items when Sequences.IsList(call[0]) => new ScriptArray(items.Append(call[1])),
            var items => new ScriptRange([.. items, call[1]]),
        });
        arrays.Add("add_range", "list1:items list2:items", Concat);
        arrays.Add("concat", "list1:items list2:items", Concat);
        arrays.Add("insert_at", "list:items index:int value", call =>
        {
            call.Context.CheckItems(call.Caller.Span, call.Int(1));
            var array = new ScriptArray(call.Items(0) ?? []);
            array.Insert(Math.Max(0, call.Int(1)), call[2]);
            return array;
        });
    }

    private static void AddApplying(ScriptObject arrays)
    {
        arrays.Add("each", "list:items function", call => Apply(call, (items, apply) => items.Select(apply)));
        arrays.Add("filter", "list:items function", call => Apply(call, (items, apply) => items.Where(item => Conversions.ToBool(apply(item)))));
        arrays.Add("any", "list:items function args...", call =>
        {
            var rest = (ScriptArray)call[2]!;
            return call[1] is IScriptFunction function && call.Items(0) is { } items
                && items.Any(item => Calls.Invoke(call.Context, call.Caller, function, rest.Prepend(item)) is true);
        });
    }

    private static ScriptRange? Range(IEnumerable<object?>? items) => items is null ? null : new ScriptRange(items.ToList());

    private static object? Concat(Call call) =>
        call[0] is null && call[1] is null ? null : new ScriptRange([.. call.Items(0) ?? [], .. call.Items(1) ?? []]);

    private static bool IsSame(object? item, object? sought) =>
        Equals(item, sought) || (item is Enum named && sought is string name && named.ToString() == name);

    private static ScriptRange? Apply(Call call, Func<IEnumerable<object?>, Func<object?, object?>, IEnumerable<object?>> use)
    {
        if (call.Items(0) is not { } items)
            return null;
        if (call[1] is null)
            return Range(items);
        var function = FunctionAt(call, 1);
        return Range(use(items, item => Calls.Invoke(call.Context, call.Caller, function, [item])));
    }

    private static IScriptFunction FunctionAt(Call call, int index) =>
        call[index] as IScriptFunction ?? throw call.Error($"The parameter `{ValueText.Plain(call[index])}` is not a function. Maybe prefix it with @?");

    private static object Join(Call call)
    {
        var function = call[2] is null ? null : FunctionAt(call, 2);
        var builder = new StringBuilder();
        var isFirst = true;
        foreach (var item in call.Items(0) ?? [])
        {
            var text = call.TextOf(item);
            if (function is not null)
                text = call.TextOf(Calls.Invoke(call.Context, call.Caller, function, [text]));
            builder.Append(isFirst ? null : call.Text(1)).Append(text);
            call.Context.CheckLength(call.Caller, builder.Length);
            isFirst = false;
        }

        return builder.ToString();
    }

    private static object Map(Call call)
    {
        var found = new List<object?>();
        if (call[0] is null || call.Text(1) is not { } name)
            return new ScriptRange(found);
        foreach (var item in call.Items(0) ?? [call[0]])
        {
            if (item is not null && Members.NamesOf(item).Contains(name, StringComparer.Ordinal))
                found.Add(Members.Get(call.Caller.Span, item, name));
        }

        return new ScriptRange(found);
    }

    private static object RemoveAt(Call call)
    {
        var array = new ScriptArray(call.Items(0) ?? []);
        var index = call.Int(1) < 0 ? call.Int(1) + array.Count : call.Int(1);
        if (index >= 0 && index < array.Count)
            array.RemoveAt(index);
        return array;
    }

    /// <summary>Each call gives the next item; calls with the same group, or else the same items, share their place.</summary>
    private static object? Cycle(Call call)
    {
        if (call.Items(0) is not { } items)
            return null;
        var group = call.TextOf(call[1]) ?? string.Join(',', items.Select(call.TextOf));
        var count = Sequences.CountOf(call[0]!);
        if (count == 0)
            return null;
        var index = call.Context.Cycles.GetValueOrDefault(group) % count;
        call.Context.Cycles[group] = index + 1;
        return Sequences.ItemAt(call[0]!, index);
    }
}
