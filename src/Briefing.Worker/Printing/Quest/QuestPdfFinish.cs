using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Briefing.Core.Model;

namespace Briefing.Worker.Printing.Quest;

/// <summary>
/// The same bytes for the same pack. What declares itself PDF/UA is given chance identifiers by the engine, in its XMP metadata and in
/// the trailer; they are replaced by ones taken from the content, of the same length where offsets depend on it.
/// </summary>
internal static partial class QuestPdfFinish
{
    private const int Patience = 10_000;

    // Stands for what is replaced while the content is measured.
    private const string NoIdentifier = "00000000-0000-0000-0000-000000000000";

    public static byte[] Settle(byte[] pdf)
    {
        // Latin-1 maps each octet to one character and back.
        var text = Encoding.Latin1.GetString(pdf);
        var blank = TrailerIdentifier().Replace(Identifier().Replace(text, $"${{tag}}{NoIdentifier}"), "/ID []");
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes(blank));
        var hex = Convert.ToHexString(hash, 0, 16).ToLowerInvariant();
        var settled = Identifier().Replace(text, $"${{tag}}{new Guid(hash.AsSpan(0, 16)):D}");
        return Encoding.Latin1.GetBytes(TrailerIdentifier().Replace(settled, $"/ID [<{hex}> <{hex}>]"));
    }

    /// <summary>A line's end stands in no text of the file: there it is written as \012.</summary>
    public static int PagesOf(byte[] pdf) => pdf.AsSpan().Count("<</Type /Page\n"u8);

    // In the metadata alone: a source's address may have such an identifier, too.
    [GeneratedRegex("(?<tag><xmpMM:(Document|Instance)ID>uuid:)[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Identifier();

    // Two strings of 16 octets, in hexadecimal or, where that is shorter, in characters. They stand behind the cross-reference table, so
    // that their length moves nothing.
    [GeneratedRegex(@"/ID \[(\s*(<[0-9A-Fa-f]{32}>|\(([^\\()]|\\.)*\))){2}\s*\](?=>>\s*startxref)", RegexOptions.ExplicitCapture | RegexOptions.Singleline, Patience)]
    private static partial Regex TrailerIdentifier();
}
