using Briefing.Templating.Syntax;

namespace Briefing.Templating.Evaluation;

/// <summary>
/// Expressions on the left of pipes, waiting for the function on the right that takes them as its first argument.
/// Parentheses open a group of their own.
/// </summary>
internal sealed class PipedArguments
{
    private readonly List<Expression> _waiting = [];
    private int _groupStart;

    /// <summary>Opens a group.</summary>
    /// <returns>What <see cref="Close"/> needs to come back to the group outside.</returns>
    public int Open()
    {
        var outer = _groupStart;
        _groupStart = _waiting.Count;
        return outer;
    }

    public void Close(int outer)
    {
        _waiting.RemoveRange(_groupStart, _waiting.Count - _groupStart);
        _groupStart = outer;
    }

    public void Push(Expression expression) => _waiting.Add(expression);

    public bool HasNext => _waiting.Count > _groupStart;

    public Expression? TakeNext()
    {
        if (_waiting.Count <= _groupStart)
            return null;
        var next = _waiting[^1];
        _waiting.RemoveAt(_waiting.Count - 1);
        return next;
    }

    public bool IsNext(Expression expression) => _waiting.Count > _groupStart && ReferenceEquals(_waiting[^1], expression);
}
