using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Functions;

/// <summary>
/// A function that a template defines. One without a parameter list finds its arguments in <c>$</c> and shares the globals
/// of its caller; one with a list has globals of its own, in which the parameters stand.
/// </summary>
internal sealed class DefinedFunction(SourceSpan span, Variable? name, IReadOnlyList<Parameter>? parameters, bool takesRest, Statement body) : IScriptFunction
{
    public bool IsAnonymous => name is null;

    public IReadOnlyList<Parameter> Parameters { get; } = parameters ?? [];

    public int Required { get; } = (parameters?.Count(parameter => !parameter.HasDefault) ?? 0) - (takesRest ? 1 : 0);

    public ExtraArguments Extra { get; } = parameters is null ? ExtraArguments.Direct : takesRest ? ExtraArguments.InLast : ExtraArguments.None;

    public object? Invoke(RenderContext context, Node caller, ScriptArray arguments, Block? wrapped)
    {
        var scopes = context.Scopes;
        if (parameters is null)
            scopes.PushLocal();
        else
            scopes.PushGlobal([]);
        if (name is { IsLocal: true })
            scopes.SetLocal(name.Name, this);
        scopes.SetLocal(Variable.Arguments, arguments, readOnly: true);
        if (wrapped is not null)
            scopes.SetLocal(Variable.Wrapped, wrapped, readOnly: true);
        for (var index = 0; index < Parameters.Count; index++)
            scopes.CurrentGlobal[Parameters[index].Name] = arguments[index];
        var result = context.Execute(body);
        if (parameters is null)
            scopes.PopLocal();
        else
            scopes.PopGlobal();
        return result;
    }

    /// <summary>As it is written in the template.</summary>
    public override string ToString() => span.ToString();
}
