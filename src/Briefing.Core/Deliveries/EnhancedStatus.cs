using System.Globalization;
using System.Text.RegularExpressions;

namespace Briefing.Core.Deliveries;

/// <summary>A status as mail systems give it (RFC 3463): 5.1.1.</summary>
/// <param name="Class">2 success, 4 for now, 5 for good.</param>
public readonly partial record struct EnhancedStatus(int Class, int Subject, int Detail)
{
    private const int LongestText = 4096;

    /// <summary>x.0.0, which says no more than that it failed.</summary>
    public bool IsGeneral => Subject == 0 && Detail == 0;

    /// <summary>Null when it does not begin with one.</summary>
    /// <param name="text">White space and comments may stand round it: <c>5.1.1 (no such user)</c>.</param>
    public static EnhancedStatus? Parse(string text) => Of(Beginning().Match(Cut(text)));

    /// <summary>The first that follows a reply code, <c>550 5.1.1</c> or <c>550-5.1.1</c>, or a number sign, <c>#5.1.1</c>; null without one.</summary>
    public static EnhancedStatus? FindIn(string text) => Of(AfterReply().Match(Cut(text)));

    public override string ToString() => $"{Class}.{Subject}.{Detail}";

    private static EnhancedStatus? Of(Match found) => found.Success
        ? new EnhancedStatus(Number(found, "class"), Number(found, "subject"), Number(found, "detail"))
        : null;

    // Groups have at most three ASCII digits.
    private static int Number(Match found, string group) => int.Parse(found.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];

    [GeneratedRegex(@"^\s*(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9]|\.[0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"(?:(?<![0-9.])[245][0-9]{2}[ -]#?|#)(?<class>[245])\.(?<subject>[0-9]{1,3})\.(?<detail>[0-9]{1,3})(?![0-9]|\.[0-9])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AfterReply();
}
