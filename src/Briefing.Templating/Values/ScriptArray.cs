using System.Collections;

namespace Briefing.Templating;

/// <summary>A template's array. Reading beyond its ends gives null, writing beyond its end fills up with null; it may carry members of its own.</summary>
public sealed class ScriptArray : IReadOnlyList<object?>
{
    private readonly List<object?> _items;
    private ScriptObject? _members;

    public ScriptArray() => _items = [];

    public ScriptArray(IEnumerable<object?> items) => _items = [.. items];

    public int Count => _items.Count;

    public object? this[int index]
    {
        get => index >= 0 && index < _items.Count ? _items[index] : null;
        set
        {
            if (index < 0)
                return;
            while (_items.Count <= index)
                _items.Add(null);
            _items[index] = value;
        }
    }

    /// <summary>Members beside the items, such as the named arguments of a call; null where none was set.</summary>
    internal ScriptObject? Members => _members;

    internal ScriptObject MembersToWrite => _members ??= [];

    public void Add(object? item) => _items.Add(item);

    internal void Insert(int index, object? item)
    {
        while (_items.Count < index)
            _items.Add(null);
        _items.Insert(index, item);
    }

    internal void RemoveAt(int index) => _items.RemoveAt(index);

    public IEnumerator<object?> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Scriban shows an array inside an interpolated string by its type, so that the mistake is seen; so do we.</summary>
    public override string ToString() => "Scriban.Runtime.ScriptArray";
}
