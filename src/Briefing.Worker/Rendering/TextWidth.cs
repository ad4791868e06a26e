using System.Globalization;
using System.Text;

namespace Briefing.Worker.Rendering;

/// <summary>Columns that text takes in a fixed-width font (after Unicode TR 11; emoji and East Asian characters take two).</summary>
internal static class TextWidth
{
    public static int Of(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text))
            return text.Length;
        var width = 0;
        foreach (var rune in text.EnumerateRunes())
            width += Of(rune);
        return width;
    }

    public static int Of(Rune rune)
    {
        if (rune.Value < 0x300)
            return 1;
        if (IsWide(rune.Value))
            return 2;
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : 1;
    }

    /// <summary>Whether a line may end after it without a space: ideographs and kana, not Hangul, which spaces its words.</summary>
    public static bool BreaksAnywhere(Rune rune) =>
        rune.Value is (>= 0x2E80 and <= 0x31FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);

    private static bool IsWide(int value) => value is
        (>= 0x1100 and <= 0x115F) or
        (>= 0x2E80 and <= 0x303E) or
        (>= 0x3041 and <= 0xA4CF) or
        (>= 0xAC00 and <= 0xD7A3) or
        (>= 0xF900 and <= 0xFAFF) or
        (>= 0xFE30 and <= 0xFE6F) or
        (>= 0xFF00 and <= 0xFF60) or
        (>= 0xFFE0 and <= 0xFFE6) or
        (>= 0x1F300 and <= 0x1F64F) or
        (>= 0x1F680 and <= 0x1F6FF) or
        (>= 0x1F900 and <= 0x1FAFF) or
        (>= 0x20000 and <= 0x3FFFD);
}
