using System.Buffers;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Quotations;

/// <summary>Finds what stands between quotation marks, straight or curly, English, German or French.</summary>
internal static class QuotedSpans
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB\u2018");

    /// <summary>In order, without the marks. A quotation that is not closed runs to the end: papers close it in a later paragraph.</summary>
    public static IReadOnlyList<TextSpan> Of(string text)
    {
        if (text.AsSpan().IndexOfAny(Marks) < 0)
            return [];
        var spans = new List<TextSpan>();
        var open = -1;
        for (var at = 0; at < text.Length; at++)
        {
            if (open < 0 && (text[at] is '\u201C' or '\u201E' or '\u00AB' || (text[at] == '"' && !ClosesUnopened(text, at)) || OpensSingle(text, at)))
            {
                open = at + 1;
            }
            else if (open < 0 && at > 0 && spans.Count == 0 && ClosesUnopened(text, at))
            {
                spans.Add(new TextSpan(0, at));
            }
            else if (open >= 0 && Closes(text, at, text[open - 1]))
            {
                if (at > open)
                    spans.Add(new TextSpan(open, at));
                open = -1;
            }
        }

        if (open >= 0 && open < text.Length)
            spans.Add(new TextSpan(open, text.Length));
        return spans;
    }

    // The last sentence of a quotation has its closing mark only.
    private static bool ClosesUnopened(string text, int at) =>
        text[at] is '"' or '\u201D' && at > 0 && !char.IsWhiteSpace(text[at - 1]) && text[at - 1] is not ('(' or '\u2014' or '-' or ':')
        && (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1]));

    private static bool Closes(string text, int at, char opening) => opening switch
    {
        '"' => text[at] == '"',
        '\u00AB' => text[at] == '\u00BB',
        '\u2018' => text[at] == '\u2019' && !IsBetweenLetters(text, at),
        _ => text[at] is '\u201D' or '"' || (opening == '\u201E' && text[at] == '\u201C'),
    };

    // A curly single mark opens a quotation where a straight apostrophe could not stand.
    private static bool OpensSingle(string text, int at) =>
        text[at] == '\u2018' && !IsBetweenLetters(text, at) && text.AsSpan(at + 1).Contains('\u2019');

    private static bool IsBetweenLetters(string text, int at) =>
        at > 0 && at + 1 < text.Length && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]);
}
