using System.Runtime.CompilerServices;
using Briefing.Templating.BuiltIns;
using Briefing.Templating.Lexing;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.Evaluation;

/// <summary>Whether execution goes to the next statement or is on its way out.</summary>
internal enum Flow
{
    Next,
    Break,
    Continue,
    Return,
}

/// <summary>The state of one rendering.</summary>
internal sealed class RenderContext
{
    private const int StepsBetweenTimeChecks = 4096;

    private readonly RenderLimits _limits;
    private int _steps;
    private int _callDepth;
    private int _rounds;

    public RenderContext(RenderOptions options, ScriptObject globals)
    {
        Options = options;
        _limits = options.Limits;
        Output = new Output(_limits.OutputCharacters);
        Dates = new DateBuiltIns(this);
        Scopes = new Scopes(BuiltInFunctions.For(this), globals);
    }

    public RenderOptions Options { get; }

    public Output Output { get; }

    public Scopes Scopes { get; }

    public PipedArguments Pipe { get; } = new();

    /// <summary>The <c>date</c> object, which keeps the format of printed dates.</summary>
    public DateBuiltIns Dates { get; }

    /// <summary>Blocks on their way from <c>wrap</c> to the function called next.</summary>
    public Stack<Block> WrappedBlocks { get; } = new();

    public Dictionary<string, int> Cycles { get; } = new(StringComparer.Ordinal);

    public Flow Flow { get; set; }

    public string Render(Template template)
    {
        RunPage(template);
        return Output.TakeAll();
    }

    /// <summary>Runs a template's statements into the current output.</summary>
    public void RunPage(Template template)
    {
        var outer = Flow;
        Flow = Flow.Next;
        var returned = Execute(template.Body);
        Flow = outer;
        if (returned is not null)
            Print(template.Body, returned);
    }

    public object? Evaluate(Expression expression)
    {
        Step(expression);
        return expression.Evaluate(this);
    }

    /// <summary>Evaluates, but leaves a function that is found there uncalled.</summary>
    public object? EvaluateUncalled(Expression expression)
    {
        Step(expression);
        return expression is PathExpression path ? path.Read(this) : expression.Evaluate(this);
    }

    /// <inheritdoc cref="PathExpression.EvaluateAsTarget"/>
    public object? EvaluateTarget(Expression expression)
    {
        Step(expression);
        return expression is PathExpression path ? path.EvaluateAsTarget(this) : expression.Evaluate(this);
    }

    public object? Execute(Statement statement)
    {
        Step(statement);
        return statement.Execute(this);
    }

    /// <summary>Writes a value as the options say: encoded unless it is marked as encoded.</summary>
    public void Print(Node node, object value)
    {
        var text = ValueText.Of(this, node.Span, value);
        if (text is not null)
            WriteRaw(node, value is EncodedText ? text : Encode(text));
    }

    public string Encode(string text) => Options.Encode is null ? text : Options.Encode(text);

    public void WriteRaw(Node node, string text) => CheckWritten(node, Output.Write(text));

    public void WriteText(TextStatement text) => CheckWritten(text, Output.Write(text.Span.Source.Text.AsSpan(text.Span.Start, text.Span.End - text.Span.Start)));

    public void EnterCall(Node caller)
    {
        if (++_callDepth > _limits.CallDepth)
            throw caller.Error($"Exceeding number of recursive depth limit `{_limits.CallDepth}` for node: `{caller}`");
    }

    public void LeaveCall() => _callDepth--;

    /// <summary>Counts a round of a loop and of those around it.</summary>
    public void CountRound(Node loop)
    {
        if (++_rounds > _limits.LoopRounds)
            throw loop.Error($"Exceeding number of iteration limit `{_limits.LoopRounds}` for loop statement.");
    }

    /// <summary>Leaves a loop; with the outermost the count of rounds begins anew.</summary>
    public void LeaveLoop()
    {
        Scopes.LeaveLoop();
        if (!Scopes.IsInLoop)
            _rounds = 0;
    }

    public void CheckLength(Node node, long length) => CheckLength(node.Span, length);

    public void CheckLength(SourceSpan span, long length)
    {
        if (length > _limits.OutputCharacters)
            throw span.Error($"The text exceeds the limit of `{_limits.OutputCharacters}` characters.");
    }

    public void CheckItems(SourceSpan span, long count)
    {
        if (count > _limits.LoopRounds)
            throw span.Error($"The list exceeds the limit of `{_limits.LoopRounds}` items.");
    }

    /// <summary>Counts work that a built-in does in proportion to the items it goes through.</summary>
    public void Step(Node node, int steps = 1)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw node.Error("Exceeding recursive depth limit, near to stack overflow");
        var before = _steps;
        _steps += steps;
        if (_steps > _limits.Steps || _steps < 0)
            throw node.Error($"Exceeding the limit of `{_limits.Steps}` evaluation steps.");
        if (before / StepsBetweenTimeChecks != _steps / StepsBetweenTimeChecks && _limits.TimeIsUp?.Invoke() == true)
            throw node.Error("Rendering took longer than it may.");
    }

    private void CheckWritten(Node node, bool fits)
    {
        if (!fits)
            throw node.Error($"The output exceeds the limit of `{_limits.OutputCharacters}` characters.");
    }
}
