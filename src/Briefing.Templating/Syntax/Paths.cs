using Briefing.Templating.Evaluation;
using Briefing.Templating.Lexing;

namespace Briefing.Templating.Syntax;

/// <summary>A global variable (<c>name</c>) or a local one (<c>$name</c>).</summary>
internal sealed class Variable(SourceSpan span, string name, bool isLocal) : PathExpression(span)
{
    /// <summary>The local variable that holds a function's arguments: a lone <c>$</c>.</summary>
    public const string Arguments = "";

    /// <summary>The local variable that holds the block given by <c>wrap</c>: <c>$$</c>.</summary>
    public const string Wrapped = "$";

    public string Name { get; } = name;

    public bool IsLocal { get; } = isLocal;

    public override object? Read(RenderContext context) => context.Scopes.Get(this);

    public override void Write(RenderContext context, object? value) => context.Scopes.Set(this, value);
}

/// <summary><c>this</c>: the object whose members the global variables are here.</summary>
internal sealed class ThisExpression(SourceSpan span) : PathExpression(span)
{
    public override object? Read(RenderContext context) => context.Scopes.CurrentGlobal;

    public override void Write(RenderContext context, object? value) => throw Error("Unable to set this variable");
}

internal sealed class MemberExpression(SourceSpan span, Expression target, string name, SourceSpan nameSpan, bool isOptional) : PathExpression(span)
{
    /// <summary>Whether a null target gives null (<c>?.</c>) instead of a fault.</summary>
    public bool IsOptional { get; } = isOptional;

    public override object? Read(RenderContext context)
    {
        var value = context.EvaluateTarget(target);
        if (value is not null)
            return Members.Get(nameSpan, value, name);
        return IsOptional ? null : throw nameSpan.Error($"Cannot get the member {this} for a null object.");
    }

    public override void Write(RenderContext context, object? value)
    {
        var owner = context.EvaluateTarget(target) ?? throw nameSpan.Error($"Object `{target}` is null. Cannot access member: {this}");
        if (!Members.TrySet(owner, name, value))
            throw nameSpan.Error($"Cannot set a value for the readonly member: {this}");
    }
}

internal sealed class IndexExpression(SourceSpan span, Expression target, Expression index) : PathExpression(span)
{
    public override object? Read(RenderContext context)
    {
        var (owner, key) = EvaluateParts(context);
        return Items.Get(context, this, owner, key, index.Span);
    }

    public override void Write(RenderContext context, object? value)
    {
        var (owner, key) = EvaluateParts(context);
        Items.Set(context, this, owner, key, index.Span, value);
    }

    private (object Owner, object Key) EvaluateParts(RenderContext context)
    {
        var owner = context.EvaluateTarget(target) ?? throw target.Error($"Object `{target}` is null. Cannot access indexer: {this}");
        var key = context.Evaluate(index) ?? throw index.Error($"Cannot access target `{target}` with a null indexer: {this}");
        return (owner, key);
    }
}

/// <summary><c>(…)</c>: what is piped inside does not mix with what is piped outside.</summary>
internal sealed class NestedExpression(SourceSpan span, Expression inner) : PathExpression(span)
{
    public override object? Read(RenderContext context)
    {
        var outer = context.Pipe.Open();
        var value = context.Evaluate(inner);
        context.Pipe.Close(outer);
        return value;
    }

    public override void Write(RenderContext context, object? value)
    {
        if (inner is not PathExpression path)
            throw inner.Error("Unsupported target expression for assignment.");
        path.Write(context, value);
    }
}

/// <summary><c>x.empty?</c></summary>
internal sealed class IsEmptyExpression(SourceSpan span, Expression target) : PathExpression(span)
{
    public override object? Read(RenderContext context) => Conversions.IsEmpty(context.EvaluateTarget(target));

    public override void Write(RenderContext context, object? value) => throw Error("The `.empty?` property cannot be set");
}
