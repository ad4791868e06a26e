using Briefing.Templating.Evaluation;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Functions;

/// <summary>What a template can call.</summary>
internal interface IScriptFunction
{
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>How many arguments must be given.</summary>
    int Required { get; }

    ExtraArguments Extra { get; }

    /// <param name="context">The rendering.</param>
    /// <param name="caller">Where it is called, for messages.</param>
    /// <param name="arguments">One for each parameter, and more where the function takes more.</param>
    /// <param name="wrapped">The block that <c>wrap</c> gives; null for none.</param>
    object? Invoke(RenderContext context, Node caller, ScriptArray arguments, Block? wrapped);
}

/// <summary>What becomes of arguments beyond the parameters.</summary>
internal enum ExtraArguments
{
    /// <summary>They are a fault.</summary>
    None,

    /// <summary>They stand in the list of arguments as they are.</summary>
    Direct,

    /// <summary>The last parameter is an array of them.</summary>
    InLast,
}

/// <summary>A parameter; an argument is brought to its type first.</summary>
internal sealed record Parameter(string Name, ParameterType Type, bool HasDefault = false, object? Default = null);

internal enum ParameterType
{
    Any,
    Text,

    /// <summary>A text; null is a fault.</summary>
    GivenText,
    Int,
    OptionalInt,
    Double,
    Bool,
    Items,
    List,
    Object,
    Date,
    OptionalDate,
}
