using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Stories.Quotations;

/// <summary>Compares who is said to speak.</summary>
internal static class Speakers
{
    /// <summary>Whether both name someone, and not the same. "A diplomat" and "Torvald" may be one person.</summary>
    public static bool Differ(Telling one, Telling other)
    {
        if (NameOf(one) is not { } first || NameOf(other) is not { } second)
            return false;
        return !NameMatch.IsNamed(one.Wording, first, other.Wording) && !NameMatch.IsNamed(other.Wording, second, one.Wording);
    }

    private static NameRun? NameOf(Telling telling)
    {
        if (telling.Quotation?.Speaker is not { } speaker)
            return null;
        foreach (var run in telling.Wording.Names)
        {
            var head = telling.Wording.Statement.Words[run.Head].Text;
            if (speaker.EndsWith(head, StringComparison.Ordinal))
                return run;
        }

        return null;
    }
}
