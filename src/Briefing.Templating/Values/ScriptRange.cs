using System.Collections;

namespace Briefing.Templating.Values;

/// <summary>What <c>1..5</c> and most array functions give: items that can be read but not set.</summary>
internal sealed class ScriptRange : IReadOnlyList<object?>
{
    private readonly IReadOnlyList<object?> _items;

    public ScriptRange(IEnumerable<object?> items) => _items = items as IReadOnlyList<object?> ?? items.ToList();

    private ScriptRange(IReadOnlyList<object?> items) => _items = items;

    public int Count => _items.Count;

    public object? this[int index] => index >= 0 && index < _items.Count ? _items[index] : null;

    /// <summary>The integers from the first in steps of one towards the last; downwards where the last is smaller or the same.</summary>
    public static ScriptRange Integers(long first, int count, bool upwards) => new((IReadOnlyList<object?>)new IntegerRun(first, count, upwards));

    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc cref="ScriptArray.ToString"/>
    public override string ToString() => "Scriban.Runtime.ScriptRange";

    private sealed class IntegerRun(long first, int count, bool upwards) : IReadOnlyList<object?>
    {
        public int Count => count;

        public object? this[int index] => Numbers.Fit(upwards ? first + index : first - index);

        public IEnumerator<object?> GetEnumerator()
        {
            for (var index = 0; index < count; index++)
                yield return this[index];
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
