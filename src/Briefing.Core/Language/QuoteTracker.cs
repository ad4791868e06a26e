using Briefing.Core.Sources;

namespace Briefing.Core.Language;

/// <summary>
/// Follows a paragraph's quotation marks, so that a point inside a quotation is known. A mark that never closes, or closes too
/// far away, opens nothing: one stray mark must not swallow a paragraph.
/// </summary>
internal sealed class QuoteTracker(string text, TextSpan paragraph, int longest)
{
    private int _closesAt = -1;

    public bool IsInside { get; private set; }

    /// <summary>The marks that open a quotation.</summary>
    public const string Openers = "\"\u201C\u201E\u00AB\u300C\u300E";

    /// <summary>Moves to the character at <paramref name="at"/>. Positions come in order; those without a mark may be left out.</summary>
    public void Pass(int at)
    {
        if (at <= _closesAt)
        {
            IsInside = at < _closesAt;
            return;
        }

        IsInside = false;
        var closer = CloserOf(text[at]);
        if (closer == '\0')
            return;
        var from = at + 1;
        var window = text.AsSpan(from, Math.Min(longest, paragraph.End - from));
        var length = closer == '\u201C' ? window.IndexOfAny('\u201C', '\u201D') : window.IndexOf(closer);
        if (length < 0)
            return;
        _closesAt = from + length;
        IsInside = true;
    }

    private static char CloserOf(char opener) => opener switch
    {
        '"' => '"',
        '\u201C' => '\u201D',
        '\u201E' => '\u201C',
        '\u00AB' => '\u00BB',
        '\u300C' => '\u300D',
        '\u300E' => '\u300F',
        _ => '\0',
    };
}
