using System.Text.RegularExpressions;
using Briefing.Templating.Functions;

namespace Briefing.Templating.BuiltIns;

/// <summary>The <c>regex</c> object; each expression may take no longer than the limits say.</summary>
internal static class RegexBuiltIns
{
    public static ScriptObject Create()
    {
        var regexes = new ScriptObject();
        regexes.Add("escape", "pattern:text!", call => Regex.Escape(call.Text(0)!));
        regexes.Add("unescape", "pattern:text!", Unescape);
        regexes.Add("match", "text:text! pattern:text! options:text=null", call => Run(call, 1, 2, regex =>
            regex.Match(call.Text(0)!) is { Success: true } match ? Groups(match) : new ScriptArray()));
        regexes.Add("matches", "text:text! pattern:text! options:text=null", call => Run(call, 1, 2, regex =>
            new ScriptArray(regex.Matches(call.Text(0)!).Select(Groups))));
        regexes.Add("replace", "text:text! pattern:text! replace:text! options:text=null", call => Run(call, 1, 3, regex =>
        {
            var text = regex.Replace(call.Text(0)!, call.Text(2)!);
            call.Context.CheckLength(call.Caller, text.Length);
            return text;
        }));
        regexes.Add("split", "text:text! pattern:text! options:text=null", call => Run(call, 1, 2, regex => new ScriptArray(regex.Split(call.Text(0)!))));
        return regexes;
    }

    /// <summary>Runs an expression; a pattern that is wrong or takes too long is a fault of the template.</summary>
    public static T Run<T>(Call call, string pattern, RegexOptions options, Func<Regex, T> use)
    {
        try
        {
            return use(new Regex(pattern, options | RegexOptions.CultureInvariant, call.Context.Options.Limits.RegexTime));
        }
        catch (ArgumentException fault)
        {
            throw call.Error(fault.Message, fault);
        }
        catch (RegexMatchTimeoutException fault)
        {
            throw call.Error($"The regular expression `{pattern}` took longer than it may.", fault);
        }
    }

    private static T Run<T>(Call call, int pattern, int options, Func<Regex, T> use) => Run(call, call.Text(pattern)!, OptionsOf(call.Text(options)), use);

    private static object Unescape(Call call)
    {
        try
        {
            return Regex.Unescape(call.Text(0)!);
        }
        catch (ArgumentException fault)
        {
            throw call.Error(fault.Message, fault);
        }
    }

    private static ScriptArray Groups(Match match) => new(match.Groups.Values.Select(group => group.Value));

    private static RegexOptions OptionsOf(string? letters)
    {
        var options = RegexOptions.None;
        foreach (var letter in letters ?? string.Empty)
        {
            options |= letter switch
            {
                'i' => RegexOptions.IgnoreCase,
                'm' => RegexOptions.Multiline,
                's' => RegexOptions.Singleline,
                'x' => RegexOptions.IgnorePatternWhitespace,
                _ => RegexOptions.None,
            };
        }

        return options;
    }
}
