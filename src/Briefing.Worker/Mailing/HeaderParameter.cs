using System.Text;

namespace Briefing.Worker.Mailing;

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
