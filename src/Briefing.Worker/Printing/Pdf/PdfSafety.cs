using System.Collections.Immutable;
using System.Text;

namespace Briefing.Worker.Printing.Pdf;

/// <summary>
/// A pack is paper that leads to addresses on the web or in mail, and to itself; it does nothing. Links elsewhere lose their
/// action, because an article may name any address; whatever else could act is refused, because no article can put it there.
/// </summary>
internal static class PdfSafety
{
    private static readonly ImmutableArray<string> AllowedSchemes = ["http:", "https:", "mailto:"];

    // Keys by which a document acts or carries files along (ISO 32000-1, 12.6.3, 12.6.4, 7.11.4, 12.7, 13).
    private static readonly ImmutableHashSet<string> ActingKeys = ImmutableHashSet.Create(StringComparer.Ordinal,
        "AA", "AcroForm", "AF", "EF", "EmbeddedFiles", "JavaScript", "JS", "OpenAction", "RichMediaContent", "Win", "XFA");

    private static readonly ImmutableHashSet<string> AllowedActions = ImmutableHashSet.Create(StringComparer.Ordinal, "URI", "GoTo");

    /// <summary>The objects to put in the place of those with a forbidden link, by number, and a line for each.</summary>
    /// <exception cref="PrintingFailedException">The document could act.</exception>
    public static (Dictionary<int, PdfDictionary> Replaced, ImmutableArray<string> Faults) Inspect(PdfFile file)
    {
        var replaced = new Dictionary<int, PdfDictionary>();
        var faults = ImmutableArray.CreateBuilder<string>();
        var destinations = (file.Catalog["Dests"] as PdfReference)?.ObjectNumber;
        foreach (var entry in file.Objects)
        {
            // The keys of this one are the ids of the pack's own elements, and mean nothing.
            if (entry.Number != destinations)
                Refuse(entry.Value);
            if (entry.Value is not PdfDictionary annotation || file.Dictionary(annotation["A"]) is not { } action || action["S"] is null)
                continue;
            if (!AllowedActions.Contains(NameOf(action["S"])))
                throw new PrintingFailedException($"The printed pack holds an action of kind {NameOf(action["S"])}, which a pack must not.");
            if (action["URI"] is PdfString uri && !IsAllowed(uri))
            {
                replaced[entry.Number] = annotation.Without("A");
                faults.Add($"a link to {Shown(uri)} was removed from the pack: only http, https and mailto are let through");
            }
        }

        return (replaced, faults.ToImmutable());
    }

    private static void Refuse(PdfValue value)
    {
        switch (value)
        {
            case PdfDictionary dictionary:
                RefuseActing(dictionary);
                foreach (var entry in dictionary.Entries.Values)
                    Refuse(entry);
                break;
            case PdfArray array:
                foreach (var item in array.Items)
                    Refuse(item);
                break;
        }
    }

    private static void RefuseActing(PdfDictionary dictionary)
    {
        var acting = dictionary.Entries.Keys.FirstOrDefault(ActingKeys.Contains);
        if (acting is not null)
            throw new PrintingFailedException($"The printed pack holds /{acting}, which a pack must not.");
        var type = NameOf(dictionary["Type"]);
        if (type is "Filespec" or "EmbeddedFile" || (type == "Annot" && NameOf(dictionary["Subtype"]) != "Link"))
            throw new PrintingFailedException($"The printed pack holds a {type} {NameOf(dictionary["Subtype"])}, which a pack must not.");
    }

    private static bool IsAllowed(PdfString uri)
    {
        var address = Encoding.Latin1.GetString(uri.Bytes.AsSpan());
        return AllowedSchemes.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));
    }

    private static string NameOf(PdfValue? value) => (value as PdfName)?.Text ?? "";

    // An address may be hostile: what is shown of it is short and plain.
    private static string Shown(PdfString uri) =>
        string.Concat(Encoding.Latin1.GetString(uri.Bytes.AsSpan()).Take(60).Select(letter => letter is > ' ' and <= '~' ? letter : '?'));
}
