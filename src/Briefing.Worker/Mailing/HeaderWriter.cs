using System.Text;

namespace Briefing.Worker.Mailing;

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
