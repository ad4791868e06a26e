using System.Globalization;
using System.Text;

namespace Briefing.Worker.Rendering.Text;

/// <summary>
/// Text of unknown origin made safe to look at: one line, no control or invisible characters, nothing that reverses
/// the order of what surrounds it (Unicode TR 36, TR 9), and no word that bursts a column.
/// </summary>
internal static class DisplayText
{
    /// <summary>Longer runs without a place to break get a zero-width space. Longer than any word of a dictionary that news prints.</summary>
    public const int LongestWord = 40;

    /// <summary>Characters of a title, name or label. Longer than any that is meant to be read.</summary>
    public const int LongestLabel = 240;

    /// <summary>No writing system stacks more marks on one letter; more than that is made to deface a page.</summary>
    private const int MaxMarks = 6;
    private const char ZeroWidthSpace = '\u200B';

    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var builder = new StringBuilder(text.Length);
        int word = 0, marks = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsSpace(rune))
            {
                if (builder.Length > 0 && builder[^1] != ' ')
                    builder.Append(' ');
                word = marks = 0;
                continue;
            }

            if (IsDropped(rune))
                continue;
            marks = Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark ? marks + 1 : 0;
            if (marks > MaxMarks)
                continue;
            word = TextWidth.BreaksAnywhere(rune) ? 0 : word + 1;
            if (word > LongestWord && marks == 0)
            {
                builder.Append(ZeroWidthSpace);
                word = 1;
            }

            builder.Append(rune.ToString());
        }

        return builder.ToString().TrimEnd(' ');
    }

    public static string? CleanOrNull(string? text) => text is null || Clean(text) is not { Length: > 0 } clean ? null : clean;

    /// <summary>A name or label: clean, and short enough not to fill the page that it stands on.</summary>
    public static string Label(string text) => Shorten(Clean(text), LongestLabel);

    public static string? LabelOrNull(string? text) => CleanOrNull(text) is { } clean ? Shorten(clean, LongestLabel) : null;

    /// <summary>At most so many characters, cut at a word's end where there is one, with an ellipsis.</summary>
    public static string Shorten(string clean, int longest)
    {
        if (clean.Length <= longest)
            return clean;
        var end = clean.LastIndexOf(' ', longest - 1);
        if (end < longest / 2)
            end = char.IsHighSurrogate(clean[longest - 2]) ? longest - 2 : longest - 1;
        return clean[..end].TrimEnd(' ', ',', ';', ':', ZeroWidthSpace) + "…";
    }

    // Most texts are: printable letters, single spaces, no long word.
    private static bool IsClean(string text)
    {
        var word = 0;
        var previous = ' ';
        foreach (var c in text)
        {
            if (c is < ' ' or (>= '\u007F' and < '\u00A1') or '\u00AD' or (> '\u017F' and not (>= '\u2010' and <= '\u2027')))
                return false;
            if (c == ' ' && previous == ' ')
                return false;
            word = c == ' ' ? 0 : word + 1;
            if (word > LongestWord)
                return false;
            previous = c;
        }

        return previous != ' ' || text.Length == 0;
    }

    private static bool IsSpace(Rune rune) =>
        rune.Value is '\t' or '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029 or 0x3000 ||
        (Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpaceSeparator && rune.Value is not (0xA0 or 0x202F));

    private static bool IsDropped(Rune rune) => rune.Value switch
    {
        // Soft hyphen, zero-width space, word joiner and invisible operators, byte-order mark.
        0xAD or 0x180E or 0x200B or (>= 0x2060 and <= 0x2064) or 0xFEFF => true,

        // Embeddings, overrides and isolates: left open, they would reverse our own words too.
        (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) => true,

        // Interlinear annotation, tags and variation-selector supplements, non-characters.
        (>= 0xFFF9 and <= 0xFFFB) or (>= 0xE0000 and <= 0xE0FFF) or (>= 0xFDD0 and <= 0xFDEF) => true,
        var value => (value & 0xFFFE) == 0xFFFE || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control,
    };
}
