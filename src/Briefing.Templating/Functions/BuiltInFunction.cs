using Briefing.Templating.Evaluation;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Functions;

/// <summary>One call of a built-in function: its arguments, already of the parameters' types.</summary>
internal readonly record struct Call(RenderContext Context, Node Caller, ScriptArray Arguments)
{
    public object? this[int index] => Arguments[index];

    /// <summary>The text given; null where null was given.</summary>
    public string? Text(int index) => (string?)Arguments[index];

    public int Int(int index) => (int)Arguments[index]!;

    public double Double(int index) => (double)Arguments[index]!;

    public DateTime Date(int index) => (DateTime)Arguments[index]!;

    /// <summary>The items given, each counted as a step; null where null was given.</summary>
    public IEnumerable<object?>? Items(int index)
    {
        var items = Sequences.Of(Arguments[index]);
        if (items is not null)
            Context.Step(Caller, Math.Min(Sequences.CountOf(Arguments[index]!), int.MaxValue / 2));
        return items;
    }

    /// <summary>The text of any value; null for null.</summary>
    public string? TextOf(object? value) => ValueText.Of(Context, Caller.Span, value);

    public TemplateException Error(string message, Exception? cause = null) => Caller.Error(message, cause);
}

/// <summary>A function of the language.</summary>
internal sealed class BuiltInFunction(IReadOnlyList<Parameter> parameters, ExtraArguments extra, Func<Call, object?> body) : IScriptFunction
{
    public IReadOnlyList<Parameter> Parameters { get; } = parameters;

    public int Required { get; } = parameters.Count(parameter => !parameter.HasDefault) - (extra == ExtraArguments.InLast ? 1 : 0);

    public ExtraArguments Extra { get; } = extra;

    /// <summary>A function by its signature, such as <c>"text:text start:int length:int?=null"</c>; a last parameter <c>name...</c> takes the rest.</summary>
    public static BuiltInFunction Of(string signature, Func<Call, object?> body)
    {
        var extra = ExtraArguments.None;
        var parameters = new List<Parameter>();
        foreach (var part in signature.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.EndsWith("...", StringComparison.Ordinal))
                extra = ExtraArguments.InLast;
            parameters.Add(ParameterOf(part));
        }

        return new BuiltInFunction(parameters, extra, body);
    }

    public object? Invoke(RenderContext context, Node caller, ScriptArray arguments, Block? wrapped) => body(new Call(context, caller, arguments));

    private static Parameter ParameterOf(string part)
    {
        var name = part.Split(':', '=', '.')[0];
        var type = part.Contains(':', StringComparison.Ordinal) ? part.Split(':', '=')[1] : "any";
        var value = part.Contains('=', StringComparison.Ordinal) ? part.Split('=')[1] : null;
        return new Parameter(name, TypeOf(type), value is not null, DefaultOf(value));
    }

    private static object? DefaultOf(string? value) => value switch
    {
        null or "null" => null,
        "false" => false,
        _ => int.Parse(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static ParameterType TypeOf(string name) => name switch
    {
        "any" => ParameterType.Any,
        "text" => ParameterType.Text,
        "text!" => ParameterType.GivenText,
        "int" => ParameterType.Int,
        "int?" => ParameterType.OptionalInt,
        "double" => ParameterType.Double,
        "bool" => ParameterType.Bool,
        "items" => ParameterType.Items,
        "list" => ParameterType.List,
        "object" => ParameterType.Object,
        "date" => ParameterType.Date,
        "date?" => ParameterType.OptionalDate,
        _ => throw new ArgumentException($"There is no parameter type '{name}'.", nameof(name)),
    };
}
