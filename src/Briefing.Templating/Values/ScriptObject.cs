using System.Collections;
using System.Text;
using Briefing.Templating.Evaluation;

namespace Briefing.Templating;

/// <summary>A template's object: members by name, in the order they were added; single ones can be read-only. Names are case-sensitive.</summary>
public sealed class ScriptObject : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly Dictionary<string, Slot> _members = new(StringComparer.Ordinal);

    public int Count => _members.Count;

    public IEnumerable<string> Names => _members.Keys;

    /// <summary>The member's value; null where there is none.</summary>
    public object? this[string name]
    {
        get => _members.TryGetValue(name, out var slot) ? slot.Value : null;
        set => _members[name] = new Slot(value, IsReadOnly: false);
    }

    public bool Contains(string name) => _members.ContainsKey(name);

    public bool TryGet(string name, out object? value)
    {
        var found = _members.TryGetValue(name, out var slot);
        value = slot.Value;
        return found;
    }

    /// <summary>Takes over the public properties and fields of an object under their template names (<see cref="MemberNames"/>), or the entries of a dictionary or another script object.</summary>
    public static ScriptObject From(object model)
    {
        var result = new ScriptObject();
        if (model is ScriptObject given)
        {
            foreach (var (name, value) in given)
                result[name] = value;
            return result;
        }

        if (model is IDictionary dictionary)
        {
            foreach (DictionaryEntry entry in dictionary)
                result[Convert.ToString(entry.Key, System.Globalization.CultureInfo.InvariantCulture) ?? string.Empty] = entry.Value;
            return result;
        }

        var members = TypeMembers.Of(model.GetType());
        foreach (var name in members.Names)
        {
            members.TryGet(model, name, out var value);
            result[name] = value;
        }

        return result;
    }

    internal bool CanWrite(string name) => !_members.TryGetValue(name, out var slot) || !slot.IsReadOnly;

    /// <summary>Sets the member unless it is read-only.</summary>
    internal bool TrySet(string name, object? value, bool readOnly = false)
    {
        if (!CanWrite(name))
            return false;
        _members[name] = new Slot(value, readOnly);
        return true;
    }

    internal void MakeReadOnly(string name)
    {
        if (_members.TryGetValue(name, out var slot))
            _members[name] = slot with { IsReadOnly = true };
    }

    internal void Clear() => _members.Clear();

    /// <summary>The members with their plain values, as an interpolated string shows them; printing quotes texts instead.</summary>
    public override string ToString()
    {
        var builder = new StringBuilder("{");
        foreach (var (name, value) in this)
        {
            if (builder.Length > 1)
                builder.Append(", ");
            builder.Append(name).Append(": ").Append(value is ScriptObject ? "{…}" : ValueText.Plain(value));
        }

        return builder.Append('}').ToString();
    }

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        foreach (var (name, slot) in _members)
            yield return KeyValuePair.Create(name, slot.Value);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private readonly record struct Slot(object? Given, bool IsReadOnly)
    {
        /// <summary>An object of built-ins is made when it is first asked for.</summary>
        public object? Value => Given is Lazy<ScriptObject> later ? later.Value : Given;
    }
}
