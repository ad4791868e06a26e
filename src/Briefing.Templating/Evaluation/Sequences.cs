using System.Collections;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>Goes through whatever has items: arrays, ranges, lists, dictionaries, objects, the characters of a string.</summary>
internal static class Sequences
{
    /// <summary>The items; null where the value has none to go through.</summary>
    public static IEnumerable<object?>? Of(object? value) => value switch
    {
        IEnumerable<object?> items => items,
        IEnumerable items => items.Cast<object?>(),
        _ => null,
    };

    /// <summary>Whether items are reached by number.</summary>
    public static bool IsList(object? value) => value is ScriptArray or ScriptRange or IList;

    public static int CountOf(object list) => list switch
    {
        IReadOnlyCollection<object?> items => items.Count,
        ICollection items => items.Count,
        ScriptObject members => members.Count,
        _ => Of(list)?.Count() ?? 0,
    };

    /// <summary>The item; null beyond the ends.</summary>
    public static object? ItemAt(object list, int index)
    {
        if (index < 0 || index >= CountOf(list))
            return null;
        return list switch
        {
            IReadOnlyList<object?> items => items[index],
            IList items => items[index],
            _ => null,
        };
    }
}
