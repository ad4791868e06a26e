using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Briefing.Worker.Named.Printing;

/// <summary>
/// The same bytes for the same pack. What declares itself PDF/UA is given chance identifiers by the engine, in its XMP metadata and in
/// the trailer; they are replaced by ones taken from the content, of the same length where offsets depend on it.
/// </summary>
internal static partial class QuestPdfFinish
{
    // Stands for what is replaced while the content is measured.
    private const string NoIdentifier = "00000000-0000-0000-0000-000000000000";

    public static byte[] Settle(byte[] pdf)
    {
        // Latin-1 maps each octet to one character and back.
        var text = Encoding.Latin1.GetString(pdf);
        var blank = TrailerIdentifier().Replace(Identifier().Replace(text, $"uuid:{NoIdentifier}"), "/ID []");
        var hash = SHA256.HashData(Encoding.Latin1.GetBytes(blank));
        var hex = Convert.ToHexString(hash, 0, 16).ToLowerInvariant();
        var settled = Identifier().Replace(text, $"uuid:{new Guid(hash.AsSpan(0, 16)):D}");
        return Encoding.Latin1.GetBytes(TrailerIdentifier().Replace(settled, $"/ID [<{hex}> <{hex}>]"));
    }

    public static int PagesOf(byte[] pdf) => Page().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex("uuid:[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}")]
    private static partial Regex Identifier();

    // Behind the cross-reference table, so that its length moves nothing.
    [GeneratedRegex(@"/ID \[.*\](?=>>\s*startxref)", RegexOptions.Singleline | RegexOptions.RightToLeft)]
    private static partial Regex TrailerIdentifier();

    [GeneratedRegex(@"/Type\s*/Page(?![A-Za-z])")]
    private static partial Regex Page();
}
