using System.Collections;
using System.Numerics;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.Evaluation;

/// <summary>The names that messages and <c>object.kind</c> give to types.</summary>
internal static class TypeNames
{
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool => "bool",
        byte => "byte",
        sbyte => "sbyte",
        ushort => "ushort",
        short => "short",
        uint => "uint",
        int => "int",
        ulong => "ulong",
        long => "long",
        string => "string",
        float => "float",
        double => "double",
        decimal => "decimal",
        BigInteger => "bigint",
        Enum => "enum",
        ScriptRange => "range",
        ScriptArray or IList => "array",
        ScriptObject => "object",
        IScriptFunction => "function",
        _ => value.GetType().Name,
    };
}
