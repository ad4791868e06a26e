using System.Text;

namespace Briefing.Worker.Mailing;

/// <summary>Encoded words (RFC 2047): text that is not ASCII, in pieces that each stand alone and never split a character.</summary>
internal static class EncodedWords
{
    private const string Open = "=?utf-8?";
    private const string Close = "?=";

    /// <summary>RFC 2047, 2: an encoded word has at most 75 characters. Kept shorter so that the first fits behind most names.</summary>
    private const int Longest = 60;

    /// <summary>A single word beyond cannot be folded, and lines end at 998.</summary>
    private const int LongestPlainWord = 70;

    /// <summary>The text on one line, without control characters.</summary>
    public static string OneLine(string text)
    {
        var output = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && rune.Value is not (0x2028 or 0x2029))
                output.Append(rune.ToString());
            else if (output.Length > 0 && output[^1] != ' ')
                output.Append(' ');
        }

        return output.ToString().Trim(' ');
    }

    /// <summary>Whether the text must not stand in a header as it is.</summary>
    public static bool AreNeeded(string line) =>
        line.Any(c => c is < ' ' or > '~') ||
        line.Contains("=?", StringComparison.Ordinal) ||
        line.Split(' ').Any(word => word.Length > LongestPlainWord);

    /// <summary>To be printed with a space or fold between each; readers take those out again.</summary>
    public static IReadOnlyList<string> Encode(string line)
    {
        var plain = line.Count(c => IsPlain(c) || c == ' ');
        return plain * 2 >= line.Length ? EncodeQ(line) : EncodeB(line);
    }

    // RFC 2047, 4.2 with the characters that 5 (3) allows in a phrase, which hold everywhere.
    private static List<string> EncodeQ(string line)
    {
        var words = new List<string>();
        var piece = new StringBuilder();
        Span<byte> utf8 = stackalloc byte[4];
        foreach (var rune in line.EnumerateRunes())
        {
            var bytes = utf8[..rune.EncodeToUtf8(utf8)];
            var plain = rune.IsAscii && (IsPlain((char)rune.Value) || rune.Value == ' ');
            if (piece.Length + (plain ? 1 : 3 * bytes.Length) > Longest - Open.Length - 2 - Close.Length)
                Flush(words, piece, 'q');
            if (plain)
            {
                piece.Append(rune.Value == ' ' ? '_' : (char)rune.Value);
                continue;
            }

            foreach (var value in bytes)
                piece.Append('=').Append(value.ToString("X2"));
        }

        Flush(words, piece, 'q');
        return words;
    }

    private static List<string> EncodeB(string line)
    {
        const int most = (Longest - 12) / 4 * 3;
        var words = new List<string>();
        var piece = new StringBuilder();
        var length = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (length + rune.Utf8SequenceLength > most)
            {
                words.Add($"{Open}b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece.ToString()))}{Close}");
                piece.Clear();
                length = 0;
            }

            piece.Append(rune.ToString());
            length += rune.Utf8SequenceLength;
        }

        words.Add($"{Open}b?{Convert.ToBase64String(Encoding.UTF8.GetBytes(piece.ToString()))}{Close}");
        return words;
    }

    private static void Flush(List<string> words, StringBuilder piece, char encoding)
    {
        if (piece.Length == 0)
            return;
        words.Add($"{Open}{encoding}?{piece}{Close}");
        piece.Clear();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '!' or '*' or '+' or '-' or '/';
}
