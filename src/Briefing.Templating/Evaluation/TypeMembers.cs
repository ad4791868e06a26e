using System.Collections.Concurrent;
using System.Reflection;

namespace Briefing.Templating.Evaluation;

/// <summary>The public properties and fields of a .NET type under their template names; found once a type.</summary>
internal sealed class TypeMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, TypeMembers> Known = new();

    private readonly Dictionary<string, MemberInfo> _members = new(StringComparer.Ordinal);

    private TypeMembers(Type type)
    {
        // What a derived type declares hides what its bases do.
        for (var declaring = type; declaring is not null && declaring != typeof(object); declaring = declaring.BaseType)
        {
            foreach (var field in declaring.GetFields(Declared))
                _members.TryAdd(MemberNames.Of(field.Name), field);
            foreach (var property in declaring.GetProperties(Declared))
            {
                if (property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
                    _members.TryAdd(MemberNames.Of(property.Name), property);
            }
        }
    }

    public int Count => _members.Count;

    public IEnumerable<string> Names => _members.Keys;

    public static TypeMembers Of(Type type) => Known.GetOrAdd(type, static t => new TypeMembers(t));

    public bool Contains(string name) => _members.ContainsKey(name);

    /// <exception cref="TargetInvocationException">The property throws.</exception>
    public bool TryGet(object owner, string name, out object? value)
    {
        value = null;
        if (!_members.TryGetValue(name, out var member))
            return false;
        value = member is PropertyInfo property ? property.GetValue(owner) : ((FieldInfo)member).GetValue(owner);
        return true;
    }
}
