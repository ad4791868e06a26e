using Scriban;
using Scriban.Runtime;
using Scriban.Syntax;
using EncodedText = Briefing.Templating.EncodedText;

namespace Briefing.Worker.Named.Templates;

/// <summary>Scriban's own <c>include</c> or <c>include_join</c>, whose result is marked as encoded.</summary>
internal sealed class EncodedInclude(IScriptCustomFunction include) : IScriptCustomFunction
{
    public int RequiredParameterCount => include.RequiredParameterCount;

    public int ParameterCount => include.ParameterCount;

    public ScriptVarParamKind VarParamKind => include.VarParamKind;

    public Type ReturnType => typeof(object);

    public ScriptParameterInfo GetParameterInfo(int index) => include.GetParameterInfo(index);

    public object? Invoke(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        include.Invoke(context, callerContext!, arguments, blockStatement!) is { } text ? new EncodedText(text.ToString() ?? string.Empty) : null;

    // Nothing here waits for anything: templates are in memory.
    public ValueTask<object?> InvokeAsync(TemplateContext context, ScriptNode? callerContext, ScriptArray arguments, ScriptBlockStatement? blockStatement) =>
        new(Invoke(context, callerContext, arguments, blockStatement));
}
