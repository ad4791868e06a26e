namespace Briefing.Templating.Values;

/// <summary>What <c>for.index</c> and its like read.</summary>
internal sealed class LoopState(int? count)
{
    public int Index { get; set; }

    public bool Changed { get; set; } = true;

    /// <summary>From 0; null outside of a <c>tablerow</c>.</summary>
    public int? Column { get; set; }

    public object? Get(string name) => name switch
    {
        "index" => Index,
        "first" => Index == 0,
        "even" => (Index & 1) == 0,
        "odd" => (Index & 1) != 0,
        "changed" => Changed,
        "last" => Index + 1 == count,
        "length" => count ?? 0,
        "rindex" => (count ?? 0) - Index - 1,
        "col" => Column,
        _ => null,
    };
}
