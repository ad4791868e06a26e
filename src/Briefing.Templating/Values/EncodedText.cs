namespace Briefing.Templating;

/// <summary>
/// Text that is printed as it is while other values are encoded (<see cref="RenderOptions.Encode"/>).
/// </summary>
/// <remarks>
/// <para>Four things give it: <c>capture</c>, the <c>raw</c> filter and, while values are encoded, <c>include</c> and
/// <c>html.escape</c>. It is an opaque object, as captured output is on Scriban: it prints its text; beside a string in an operation,
/// or as a text argument of a function, it becomes plain text and loses the mark, so that a value that was worked on is
/// encoded again; two of them cannot be added; it is equal only to itself; it has no members.</para>
/// <para>On Scriban: a class whose <c>ToString</c> gives the text; a context that overrides
/// <c>Write(SourceSpan, object)</c> writes it and <c>StringBuilderOutput</c> unchanged and encodes the text of all else; and
/// built-ins in which <c>raw</c>, <c>include</c>, <c>include_join</c> and <c>html.escape</c> return it.</para>
/// </remarks>
public sealed class EncodedText(string text)
{
    public string Text { get; } = text;

    public override string ToString() => Text;
}
