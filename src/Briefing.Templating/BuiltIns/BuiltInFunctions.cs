using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Values;

namespace Briefing.Templating.BuiltIns;

/// <summary>
/// The objects and functions that every template finds, as Scriban documents them; without those whose result differs
/// from run to run (<c>math.random</c>, <c>math.uuid</c>). Each is made when a template first uses it:
/// start-up counts.
/// </summary>
internal static class BuiltInFunctions
{
    private static readonly Lazy<ScriptObject> Strings = new(StringBuiltIns.Create);
    private static readonly Lazy<ScriptObject> Arrays = new(ArrayBuiltIns.Create);
    private static readonly Lazy<ScriptObject> Maths = new(MathBuiltIns.Create);
    private static readonly Lazy<ScriptObject> Html = new(HtmlBuiltIns.Create);
    private static readonly Lazy<ScriptObject> Objects = new(ObjectBuiltIns.Create);
    private static readonly Lazy<ScriptObject> Regexes = new(RegexBuiltIns.Create);
    private static readonly Lazy<ScriptObject> TimeSpans = new(TimeSpanBuiltIns.Create);
    private static readonly BuiltInFunction Raw = BuiltInFunction.Of("value", call => new EncodedText(call.TextOf(call[0]) ?? string.Empty));

    /// <summary>The outermost globals of a rendering.</summary>
    public static ScriptObject For(RenderContext context)
    {
        var builtIns = new ScriptObject();
        Add("array", Arrays);
        Add("blank", EmptyObject.Instance);
        Add("date", context.Dates);
        Add("empty", EmptyObject.Instance);
        Add("html", Html);
        Add("include", IncludeFunction.Single);
        Add("include_join", IncludeFunction.Several);
        Add("math", Maths);
        Add("object", Objects);
        Add("raw", Raw);
        Add("regex", Regexes);
        Add("string", Strings);
        Add("timespan", TimeSpans);
        return builtIns;

        void Add(string name, object value) => builtIns.TrySet(name, value, readOnly: true);
    }

    /// <summary>Adds a function to an object of built-ins; it cannot be replaced.</summary>
    public static void Add(this ScriptObject target, string name, string signature, Func<Call, object?> body) =>
        target.TrySet(name, BuiltInFunction.Of(signature, body), readOnly: true);
}
