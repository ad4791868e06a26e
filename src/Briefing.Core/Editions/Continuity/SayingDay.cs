using Briefing.Core.Language;
using Briefing.Core.Stories.Claims;

namespace Briefing.Core.Editions.Continuity;

/// <summary>Whether a date is that of the saying and not of what is said: "…, the minister told reporters on Monday" is told again on Tuesday.</summary>
internal static class SayingDay
{
    // Between the verb and the date stand the hearers at most: "told reporters in Tokyo late on Monday".
    private const int Reach = 5;

    public static bool Is(Statement statement, DateExpression date)
    {
        var looked = 0;
        for (var at = statement.Count - 1; at >= 0 && looked < Reach; at--)
        {
            if (statement.Words[at].Span.End > date.Span.Start)
                continue;
            looked++;
            var form = statement.Forms[at];
            if (form.Folded is "said" or "says" or "told" or "announced" or "added" or "stated" or "confirmed" or "declared" or "reported" or "wrote" or "noted")
                return true;
            if (form.Kind == WordKind.Content && !statement.IsName[at] && form.Folded is not ("reporters" or "journalists" or "lawmakers" or "parliament" or "late" or "early"))
                return false;
        }

        return false;
    }
}
