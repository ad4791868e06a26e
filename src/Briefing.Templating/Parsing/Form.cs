namespace Briefing.Templating.Parsing;

/// <summary>What Scriban calls a form of the language and how it writes it in a message about it.</summary>
internal sealed record Form(string Name, string Example)
{
    public static readonly Form Page = new("ScriptPage", "...");
    public static readonly Form If = new("if statement", "if <expression> ... end|else|else if");
    public static readonly Form Else = new("else statement", "else | else if <expression> ... end|else|else if");
    public static readonly Form Case = new("case statement", "case <expression> ... end|when|else");
    public static readonly Form When = new("when statement", "when <expression> ... end|when|else");

    /// <summary>Of <c>tablerow</c> too.</summary>
    public static readonly Form For = new("for statement", "for <variable> in <expression> ... end");
    public static readonly Form While = new("while statement", "while <expression> ... end");
    public static readonly Form Capture = new("capture statement", "capture <variable> ... end");
    public static readonly Form With = new("with statement", "with <variable> ... end");
    public static readonly Form Wrap = new("wrap statement", "wrap <function_call> ... end");

    /// <summary>Of <c>do</c> too.</summary>
    public static readonly Form Function = new("function statement", "func <variable> ... end");
    public static readonly Form Binary = new("binary expression", "<expression> operator <expression>");
    public static readonly Form Assignment = new("assign expression", "<target_expression> = <value_expression>");

    public string Fault(string message) => $"Error while parsing {Name}: {message} in: {Example}";
}
