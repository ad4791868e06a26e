namespace Briefing.Templating.Values;

/// <summary>The value of <c>empty</c>: equal to whatever holds nothing.</summary>
internal sealed class EmptyObject
{
    public static readonly EmptyObject Instance = new();

    public override string ToString() => string.Empty;
}
