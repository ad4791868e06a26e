using System.Text;

namespace Briefing.Worker.Mail;

/// <summary>
/// Writes header fields (RFC 5322, 2.2 and 3.2), folded at spaces, with words that are not ASCII encoded (RFC 2047).
/// No value, whatever it holds, can end its field.
/// </summary>
internal sealed class HeaderWriter
{
    /// <summary>RFC 5322, 2.1.1: 78 without CRLF; RFC 2047, 2: 76 on a line with encoded words.</summary>
    private const int LineLength = 76;

    private readonly StringBuilder _output = new();

    public override string ToString() => _output.ToString();

    /// <summary>A value whose syntax the caller knows to be right: printable ASCII, folded at its spaces.</summary>
    /// <exception cref="FormatException">The name or the value cannot stand in a header.</exception>
    public void Structured(string name, string value)
    {
        if (name.Length == 0 || !name.All(c => c is > ' ' and < '\u007F' and not ':'))
            throw new FormatException($"\"{name}\" is no header's name.");
        if (!value.All(c => c is >= ' ' and < '\u007F'))
            throw new FormatException($"The header {name} has characters that cannot stand there.");
        Field(name, value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Text for people. Control characters become spaces.</summary>
    public void Unstructured(string name, string text)
    {
        var clean = EncodedWords.OneLine(text);
        var words = clean.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Field(name, EncodedWords.AreNeeded(clean) ? EncodedWords.Encode(clean) : words);
    }

    public void Addresses(string name, IReadOnlyList<Mailbox> mailboxes)
    {
        var words = new List<string>();
        for (var at = 0; at < mailboxes.Count; at++)
        {
            var separator = at < mailboxes.Count - 1 ? "," : "";
            if (mailboxes[at].Name is { } display)
            {
                words.AddRange(Phrase(display));
                words.Add($"<{mailboxes[at].Address}>{separator}");
            }
            else
            {
                words.Add(mailboxes[at].Address + separator);
            }
        }

        Field(name, words);
    }

    // RFC 5322, 3.2.5: atoms, else a quoted string, else encoded words.
    private static IReadOnlyList<string> Phrase(string name)
    {
        var clean = EncodedWords.OneLine(name);
        if (EncodedWords.AreNeeded(clean))
            return EncodedWords.Encode(clean);
        if (clean.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '_'))
            return clean.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [$"\"{clean.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\""];
    }

    private void Field(string name, IReadOnlyList<string> words)
    {
        _output.Append(name).Append(':');
        var column = name.Length + 1;
        var first = true;
        foreach (var word in words)
        {
            if (!first && column + 1 + word.Length > LineLength)
            {
                _output.Append("\r\n");
                column = 0;
            }

            _output.Append(' ').Append(word);
            column += 1 + word.Length;
            first = false;
        }

        _output.Append("\r\n");
    }
}

/// <summary>Parameters of header fields, as file names: RFC 2045, 5.1, and RFC 2231 for long ones and other scripts.</summary>
internal static class HeaderParameter
{
    private const int LongestPiece = 50;

    public static string Write(string name, string value)
    {
        var clean = EncodedWords.OneLine(value);
        if (clean.Length <= LongestPiece && clean.All(c => c is > ' ' and < '\u007F' and not ('"' or '\\')))
            return $"{name}=\"{clean}\"";
        var pieces = Pieces(clean);
        if (pieces.Count == 1)
            return $"{name}*=UTF-8''{pieces[0]}";
        return string.Join("; ", pieces.Select((piece, at) => $"{name}*{at}*={(at == 0 ? "UTF-8''" : "")}{piece}"));
    }

    // RFC 2231, 7: attribute characters stand for themselves.
    private static List<string> Pieces(string value)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            var c = (char)octet;
            var written = char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' ? c.ToString() : $"%{octet:X2}";
            if (piece.Length + written.Length > LongestPiece)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }

            piece.Append(written);
        }

        pieces.Add(piece.ToString());
        return pieces;
    }
}

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
