using System.Net;
using Scriban;
using Scriban.Functions;
using Scriban.Runtime;
using EncodedText = Briefing.Templating.EncodedText;

namespace Briefing.Worker.Named.Templates;

/// <summary>
/// Scriban's built-ins as our templates know them: with <c>raw</c>; without chance and the machine's clock, because the same
/// edition always prints the same text.
/// </summary>
internal static class ScribanBuiltIns
{
    public static ScriptObject Create(bool encodes, DateTimeOffset? now)
    {
        // Each context has a copy of its own.
        var builtIns = new BuiltinFunctions();
        var ours = new ScriptObject();
        ours.Import("raw", new Func<TemplateContext, object?, EncodedText>((context, value) => new EncodedText(context.ObjectToString(value) ?? string.Empty)));
        ours.Import("now", new Func<DateTime>(() => Known(now).DateTime));
        ours.Import("utc_now", new Func<DateTime>(() => Known(now).UtcDateTime));
        ours.Import("escape", new Func<string?, object?>(Escape));

        builtIns.SetValue("raw", ours["raw"], true);
        var dates = Part(builtIns, "date");
        dates.SetValue("now", ours["now"], true);
        dates.SetValue("utc_now", ours["utc_now"], true);
        Part(builtIns, "math").Remove("random");
        Part(builtIns, "math").Remove("uuid");
        if (encodes)
            Mark(builtIns, ours);
        return builtIns;
    }

    // What these give was encoded by the included template, or by html.escape.
    private static void Mark(BuiltinFunctions builtIns, ScriptObject ours)
    {
        Part(builtIns, "html").SetValue("escape", ours["escape"], true);
        builtIns.SetValue("include", new EncodedInclude(new IncludeFunction()), true);
        builtIns.SetValue("include_join", new EncodedInclude(new IncludeJoinFunction()), true);
    }

    private static ScriptObject Part(ScriptObject builtIns, string name) => (ScriptObject)builtIns[name]!;

    private static DateTimeOffset Known(DateTimeOffset? now) =>
        now ?? throw new InvalidOperationException("`date.now` is not known here: no instant was given.");

    private static object? Escape(string? text) => string.IsNullOrEmpty(text) ? text : new EncodedText(WebUtility.HtmlEncode(text));
}
