using Briefing.Templating.Syntax;

namespace Briefing.Templating.Evaluation;

/// <summary>
/// Where variables live. Global ones are read from the innermost object outwards (a <c>with</c>, a function with
/// parameters, the model, the built-ins) and written to the innermost; local ones belong to a page or a function.
/// Loop variables lie over either.
/// </summary>
internal sealed class Scopes
{
    private readonly List<Scope> _globals = [];
    private readonly List<Scope> _locals = [];
    private int _loops;

    public Scopes(ScriptObject builtIns, ScriptObject model)
    {
        PushGlobal(builtIns);
        PushGlobal(model);
    }

    public ScriptObject CurrentGlobal => _globals[^1].Members;

    public bool IsInLoop => _loops > 0;

    public void PushGlobal(ScriptObject members)
    {
        _globals.Add(new Scope(members));
        PushLocal();
    }

    public void PopGlobal()
    {
        _globals.RemoveAt(_globals.Count - 1);
        PopLocal();
    }

    public void PushLocal() => _locals.Add(new Scope([]));

    public void PopLocal() => _locals.RemoveAt(_locals.Count - 1);

    public void EnterLoop()
    {
        _loops++;
        _globals[^1].EnterLoop();
        _locals[^1].EnterLoop();
    }

    public void LeaveLoop()
    {
        _loops--;
        _globals[^1].LeaveLoop();
        _locals[^1].LeaveLoop();
    }

    public object? Get(Variable variable)
    {
        object? value;
        if (variable.IsLocal)
        {
            _locals[^1].TryGet(variable.Name, out value);
            return value;
        }

        for (var at = _globals.Count - 1; at >= 0; at--)
        {
            if (_globals[at].TryGet(variable.Name, out value))
                return value;
        }

        return null;
    }

    public object? GetGlobal(string name)
    {
        for (var at = _globals.Count - 1; at >= 0; at--)
        {
            if (_globals[at].TryGet(name, out var value))
                return value;
        }

        return null;
    }

    public void Set(Variable variable, object? value)
    {
        if (!StoreOf(variable).TrySet(variable.Name, value))
            throw variable.Error($"Cannot set the readonly variable `{variable}`");
    }

    public void SetLocal(string name, object? value, bool readOnly = false) => _locals[^1].Members.TrySet(name, value, readOnly);

    public ScriptObject StoreOf(Variable variable) => (variable.IsLocal ? _locals : _globals)[^1].Members;

    public void SetLoopVariable(Variable variable, object? value) => (variable.IsLocal ? _locals : _globals)[^1].SetLoopVariable(variable.Name, value);

    public void SetLoopGlobal(string name, object? value) => _globals[^1].SetLoopVariable(name, value);

    private sealed class Scope(ScriptObject members)
    {
        // Null for loops that set no variable here.
        private readonly List<ScriptObject?> _loops = [];

        public ScriptObject Members { get; } = members;

        public void EnterLoop() => _loops.Add(null);

        public void LeaveLoop() => _loops.RemoveAt(_loops.Count - 1);

        public void SetLoopVariable(string name, object? value) => (_loops[^1] ??= [])[name] = value;

        public bool TryGet(string name, out object? value)
        {
            for (var at = _loops.Count - 1; at >= 0; at--)
            {
                if (_loops[at] is { } loop && loop.TryGet(name, out value))
                    return true;
            }

            return Members.TryGet(name, out value);
        }
    }
}
