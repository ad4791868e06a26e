using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Functions;

/// <summary>Brings the arguments of one call into the order and types of the parameters.</summary>
internal sealed class ArgumentBinder(RenderContext context, Node caller, IScriptFunction function)
{
    private readonly ScriptArray _values = new();
    private readonly HashSet<int> _given = [];
    private int _excess;
    private SourceSpan? _last;

    public void Add(Expression argument)
    {
        switch (argument)
        {
            case NamedArgument named:
                AddNamed(named);
                break;
            case ExpandExpression when context.Evaluate(argument) is var items && Sequences.Of(items) is { } sequence && items is not string:
                foreach (var item in sequence)
                    AddValue(item, argument.Span);
                break;
            default:
                AddValue(context.Evaluate(argument), argument.Span);
                break;
        }
    }

    public void AddValue(object? value, SourceSpan span) => Place(_values.Count, value, span);

    /// <summary>Fills what was not given with defaults.</summary>
    /// <exception cref="TemplateException">Too few or too many arguments were given.</exception>
    public ScriptArray Complete()
    {
        var parameters = function.Parameters;
        if (function.Extra != ExtraArguments.Direct)
            FillUpTo(parameters.Count);
        var required = _given.Count(index => index < function.Required);
        if (required < function.Required)
            throw AfterCaller().Error($"Invalid number of arguments `{required}` passed to `{caller}` while expecting `{function.Required}` arguments");
        if (_excess > 0)
            throw (_last ?? AfterCaller()).Error($"Invalid number of arguments `{parameters.Count + _excess}` passed to `{caller}` while expecting `{parameters.Count}` arguments");
        return _values;
    }

    // Where the next argument would stand.
    private SourceSpan AfterCaller() => caller.Span with { Start = caller.Span.End, End = caller.Span.End + 1 };

    private void AddNamed(NamedArgument named)
    {
        var index = IndexOf(named.Name);
        if (index < 0 && function.Extra != ExtraArguments.None)
        {
            if (named.Name == "size")
                throw named.Error($"Cannot pass argument {named.Name} to function. This name is not supported by this function.");
            _values.MembersToWrite[named.Name] = context.Evaluate(named);
            return;
        }

        // Quirk kept from Scriban: an unknown name of a built-in function counts as the next argument.
        Place(index < 0 ? _values.Count : index, context.Evaluate(named), named.Span);
    }

    private int IndexOf(string name)
    {
        for (var index = 0; index < function.Parameters.Count; index++)
        {
            if (function.Parameters[index].Name == name)
                return index;
        }

        return -1;
    }

    private void Place(int index, object? value, SourceSpan span)
    {
        _last = span;
        var parameters = function.Parameters;
        if (index >= parameters.Count && function.Extra == ExtraArguments.None)
        {
            _excess++;
            return;
        }

        FillUpTo(index);
        _given.Add(index);
        if (function.Extra == ExtraArguments.InLast && index >= parameters.Count - 1)
        {
            FillUpTo(parameters.Count);
            ((ScriptArray)_values[parameters.Count - 1]!).Add(value);
            return;
        }

        _values[index] = index < parameters.Count ? ParameterTypes.Convert(context, span, value, parameters[index]) : value;
    }

    private void FillUpTo(int count)
    {
        var parameters = function.Parameters;
        for (var index = _values.Count; index < count && index < parameters.Count; index++)
        {
            var isRest = function.Extra == ExtraArguments.InLast && index == parameters.Count - 1;
            _values[index] = isRest ? new ScriptArray() : parameters[index].Default;
            if (parameters[index].HasDefault)
                _given.Add(index);
        }
    }
}
