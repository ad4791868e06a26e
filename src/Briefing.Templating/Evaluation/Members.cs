using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Briefing.Templating.BuiltIns;
using Briefing.Templating.Functions;
using Briefing.Templating.Lexing;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>Members by name: of template objects and arrays, dictionaries and .NET objects. Only what templates made can be changed.</summary>
internal static class Members
{
    private static readonly ConcurrentDictionary<Type, DictionaryReader?> Dictionaries = new();

    /// <summary>The member's value; null where there is none.</summary>
    public static object? Get(SourceSpan span, object owner, string name)
    {
        try
        {
            TryGet(owner, name, out var value);
            return value;
        }
        catch (TargetInvocationException fault)
        {
            throw span.Error($"The member `{name}` failed: {fault.InnerException?.Message}", fault.InnerException);
        }
    }

    public static bool TryGet(object owner, string name, out object? value)
    {
        value = null;
        switch (owner)
        {
            case ScriptObject members:
                return members.TryGet(name, out value);
            case DateBuiltIns dates:
                return dates.Members.TryGet(name, out value);
            case LoopState loop:
                value = loop.Get(name);
                return true;
            case ScriptArray array when name != "size":
                return array.Members is { } attached && attached.TryGet(name, out value);
            case string or IList or ScriptArray or ScriptRange:
                return TryGetSize(owner, name, out value);
            case EncodedText or IScriptFunction or EmptyObject:
                return false;
        }

        if (Numbers.IsPrimitive(owner))
            return false;
        return ReaderOf(owner) is { } reader
            ? reader.TryGet(owner, name, out value)
            : TypeMembers.Of(owner.GetType()).TryGet(owner, name, out value);
    }

    public static IEnumerable<string> NamesOf(object owner) => owner switch
    {
        ScriptObject members => members.Names,
        ScriptArray array => ["size", .. array.Members?.Names ?? []],
        DateBuiltIns dates => dates.Members.Names,
        string or IList or ScriptRange => ["size"],
        EncodedText or IScriptFunction or LoopState or EmptyObject => [],
        _ when Numbers.IsPrimitive(owner) => [],
        _ when ReaderOf(owner) is { } reader => reader.Keys(owner),
        _ => TypeMembers.Of(owner.GetType()).Names,
    };

    public static bool TrySet(object owner, string name, object? value) => owner switch
    {
        ScriptObject members => members.TrySet(name, value),
        DateBuiltIns dates => dates.Members.TrySet(name, value),
        ScriptArray array => name != "size" && array.MembersToWrite.TrySet(name, value),
        _ => false,
    };

    /// <summary>How to look up string keys in this dictionary; null for other objects.</summary>
    public static DictionaryReader? ReaderOf(object owner) => Dictionaries.GetOrAdd(owner.GetType(), DictionaryReader.For);

    private static bool TryGetSize(object owner, string name, out object? value)
    {
        value = name == "size" ? owner is string text ? text.Length : Sequences.CountOf(owner) : null;
        return value is not null;
    }
}
