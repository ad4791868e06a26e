using System.Globalization;
using Briefing.Templating.Evaluation;
using Briefing.Templating.Functions;
using Briefing.Templating.Syntax;

namespace Briefing.Templating.BuiltIns;

/// <summary>
/// The <c>date</c> object. Called with a text it parses it. <c>date.now</c> is the instant that the options give; no zone of
/// the machine plays a part: a text with an offset becomes UTC, and <c>%Z</c> tells <c>+00:00</c>.
/// </summary>
internal sealed class DateBuiltIns : IScriptFunction
{
    private const string DefaultFormat = "%d %b %Y";

    private static readonly Lazy<ScriptObject> Functions = new(CreateFunctions);

    public DateBuiltIns(RenderContext context)
    {
        Members["format"] = DefaultFormat;
        Members.TrySet("now", BuiltInFunction.Of(string.Empty, call => NowOf(context, call).DateTime), readOnly: true);
        Members.TrySet("utc_now", BuiltInFunction.Of(string.Empty, call => NowOf(context, call).UtcDateTime), readOnly: true);
        foreach (var (name, function) in Functions.Value)
            Members.TrySet(name, function, readOnly: name != "default_format");
    }

    public ScriptObject Members { get; } = [];

    public IReadOnlyList<Parameter> Parameters => [];

    public int Required => 0;

    public ExtraArguments Extra => ExtraArguments.Direct;

    public object? Invoke(RenderContext context, Node caller, ScriptArray arguments, Block? wrapped) => arguments.Count switch
    {
        0 => this,
        1 => DateParsing.Parse(new Call(context, caller, new ScriptArray([ValueText.Of(context, caller.Span, arguments[0])]))),
        _ => throw caller.Error($"Invalid number of parameters `{arguments.Count}` for `date` object/function."),
    };

    /// <summary>As dates are printed: by <c>date.format</c>.</summary>
    public string Format(DateTime date) => DatePatterns.Format(date, FormatPattern, CultureInfo.InvariantCulture, DefaultFormat);

    private static DateTimeOffset NowOf(RenderContext context, Call call) =>
        context.Options.Now ?? throw call.Error("`date.now` is not known here: no instant was given.");

    private string FormatPattern => Members["format"] as string ?? DefaultFormat;

    private static ScriptObject CreateFunctions()
    {
        var dates = new ScriptObject { ["default_format"] = DefaultFormat };
        dates.Add("add_days", "date:date days:double", call => Add(call, call.Date(0).AddDays));
        dates.Add("add_hours", "date:date hours:double", call => Add(call, call.Date(0).AddHours));
        dates.Add("add_minutes", "date:date minutes:double", call => Add(call, call.Date(0).AddMinutes));
        dates.Add("add_seconds", "date:date seconds:double", call => Add(call, call.Date(0).AddSeconds));
        dates.Add("add_milliseconds", "date:date millis:double", call => Add(call, call.Date(0).AddMilliseconds));
        dates.Add("add_months", "date:date months:int", call => Shift(call, () => call.Date(0).AddMonths(call.Int(1))));
        dates.Add("add_years", "date:date years:int", call => Shift(call, () => call.Date(0).AddYears(call.Int(1))));
        dates.Add("parse", "text:text pattern:text=null culture:text=null", DateParsing.Parse);
        dates.Add("parse_to_string", "text:text output_pattern:text=null output_culture:text=null input_pattern:text=null input_culture:text=null",
            DateParsing.ParseToString);
        dates.Add("to_string", "date:date? pattern:text culture:text=null", ToText);
        return dates;
    }

    private static object? ToText(Call call)
    {
        if (call.Text(1) is not { } pattern)
            throw call.Error("Value cannot be null. (Parameter 'pattern')");
        return call[0] is DateTime date
            ? DatePatterns.Format(date, pattern, Formatting.Culture(call, call.Text(2)), call.Context.Dates.FormatPattern)
            : null;
    }

    private static DateTime Add(Call call, Func<double, DateTime> add) => Shift(call, () => add(call.Double(1)));

    private static DateTime Shift(Call call, Func<DateTime> shift)
    {
        try
        {
            return shift();
        }
        catch (ArgumentException fault)
        {
            throw call.Error(fault.Message, fault);
        }
    }
}
