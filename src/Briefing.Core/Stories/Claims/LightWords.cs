using System.Collections.Frozen;
using Briefing.Core.Language;

namespace Briefing.Core.Stories.Claims;

/// <summary>Words that a rewrite adds or drops without changing what is said.</summary>
internal static class LightWords
{
    private static readonly FrozenSet<string> Words = WordTables.Set(
        """
        said say says saying told tell tells telling added add adds adding stated states stating noted notes
        mr mrs ms dr sir dame lord meanwhile therefore moreover furthermore additionally
        although whereas despite amid
        including include includes included according
        """);

    private static readonly string[] Numbers =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    public static bool Contains(string folded) => Words.Contains(folded);

    /// <summary>"three" as "3"; null for words that are no small number.</summary>
    public static string? Digits(string folded)
    {
        var value = Array.IndexOf(Numbers, folded);
        return value < 0 ? null : value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
