using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Model;

namespace Briefing.Worker.Printing.Pdf;

/// <summary>
/// Makes of what Chromium printed the pack: checked to be nothing but paper, with the edition's own properties and dates,
/// and the same bytes every time. Chromium writes the clock's time, and numbers of its own into the ids of the tags.
/// </summary>
internal static class PackFinish
{
    private const int NodeDigits = 8;

    // Chromium tags with names of PDF 2.0 in a file that says 1.4; a map to the older names keeps older readers with us.
    private static ReadOnlySpan<byte> RoleMap => "/RoleMap <</Aside /Sect /Em /Span /FENote /Note /Strong /Span /Sub /Span>>"u8;

    private static ReadOnlySpan<byte> NodeMark => "(node"u8;

    /// <exception cref="InvalidDataException">The PDF is not of the kind that Chromium writes.</exception>
    /// <exception cref="PrintingFailedException">See <see cref="PdfSafety"/>.</exception>
    public static PrintedPack Finish(PdfFile file, Edition edition)
    {
        var (unlinked, faults) = PdfSafety.Inspect(file);
        var replaced = unlinked.ToDictionary(pair => pair.Key, pair => PdfWriter.Object(pair.Key, pair.Value));
        RenumberNodes(file, replaced);
        AddRoleMap(file, replaced);
        if (file.Trailer["Info"] is PdfReference info)
            replaced[info.ObjectNumber] = PdfWriter.Object(info.ObjectNumber, Properties(file, edition));
        if (file.Trailer["Root"] is PdfReference root)
            replaced[root.ObjectNumber] = PdfWriter.Object(root.ObjectNumber, file.Catalog.With("PageMode", new PdfName("UseOutlines")));

        // The identifier stands for the content: it is taken over the file as it would be without one.
        var unidentified = PdfWriter.Rewrite(file, replaced, new byte[16]);
        var pdf = PdfWriter.Rewrite(file, replaced, SHA256.HashData(unidentified)[..16]);
        return new PrintedPack(pdf, PdfDestinations.PagesOf(file).Count, faults);
    }

    private static PdfDictionary Properties(PdfFile file, Edition edition)
    {
        var printed = file.Dictionary(file.Trailer["Info"]);
        var made = PdfWriter.Text(DateOf(edition));
        var properties = new Dictionary<string, PdfValue>(StringComparer.Ordinal)
        {
            ["Title"] = printed?["Title"] ?? PdfWriter.Text(edition.Title),
            ["Creator"] = PdfWriter.Text("Briefing"),
            ["Producer"] = printed?["Producer"] ?? PdfWriter.Text("Chromium"),
            ["CreationDate"] = made,
            ["ModDate"] = made,
        };
        if (edition.Marking is { Length: > 0 } marking)
            properties["Subject"] = PdfWriter.Text(marking);
        if (edition.Sections.Length > 0)
            properties["Keywords"] = PdfWriter.Text(string.Join(", ", edition.Sections.Select(section => section.Title)));
        return new PdfDictionary(properties);
    }

    // 7.9.4: D:YYYYMMDDHHmmSSOHH'mm'.
    private static string DateOf(Edition edition) =>
        DateTimeOffset.TryParse(edition.GeneratedAt, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var made)
            ? made.ToUniversalTime().ToString("'D:'yyyyMMddHHmmss'Z'", CultureInfo.InvariantCulture)
            : throw new InvalidDataException($"The edition's instant \"{edition.GeneratedAt}\" is not ISO 8601.");

    // Chromium calls a tag after its DOM node, and counts nodes from its start on: "(node00000266)". They are counted from
    // 1 here, in the same order, so that the sorted tree of ids stays sorted.
    private static void RenumberNodes(PdfFile file, Dictionary<int, byte[]> replaced)
    {
        var numbers = new SortedSet<int>();
        foreach (var entry in file.Objects)
            ForEachNode(Current(file, replaced, entry), (digits, _) => numbers.Add(int.Parse(digits, CultureInfo.InvariantCulture)));
        if (numbers.Count == 0)
            return;

        var ranks = numbers.Select((number, index) => (number, index)).ToDictionary(pair => pair.number, pair => pair.index + 1);
        foreach (var entry in file.Objects)
        {
            var current = Current(file, replaced, entry);
            if (current.IndexOf(NodeMark) < 0)
                continue;
            var bytes = current.ToArray();
            var changed = false;
            ForEachNode(bytes, (digits, at) =>
            {
                var rank = ranks[int.Parse(digits, CultureInfo.InvariantCulture)];
                changed |= rank.TryFormat(bytes.AsSpan(at), out _, "D8", CultureInfo.InvariantCulture);
            });
            if (changed)
                replaced[entry.Number] = bytes;
        }
    }

    private static void AddRoleMap(PdfFile file, Dictionary<int, byte[]> replaced)
    {
        if (file.Catalog["StructTreeRoot"] is not PdfReference tags || file.Dictionary(tags) is not { } root || root["RoleMap"] is not null)
            return;
        var entry = file.Objects.First(entry => entry.Number == tags.ObjectNumber);
        var bytes = Current(file, replaced, entry);

        // Its own closing brackets come behind.
        replaced[entry.Number] = [.. bytes[..^2], .. RoleMap, .. bytes[^2..]];
    }

    private static ReadOnlySpan<byte> Current(PdfFile file, Dictionary<int, byte[]> replaced, PdfObject entry) =>
        replaced.TryGetValue(entry.Number, out var bytes) ? bytes : file.Bytes[entry.Start..entry.ValueEnd];

    private static void ForEachNode(ReadOnlySpan<byte> bytes, Action<string, int> found)
    {
        for (var at = 0; bytes[at..].IndexOf(NodeMark) is var next and >= 0;)
        {
            at += next + NodeMark.Length;
            if (bytes.Length > at + NodeDigits && bytes[at + NodeDigits] == ')' && !bytes.Slice(at, NodeDigits).ContainsAnyExceptInRange((byte)'0', (byte)'9'))
                found(Encoding.ASCII.GetString(bytes.Slice(at, NodeDigits)), at);
        }
    }
}

/// <summary>On which page each named destination fell (ISO 32000-1, 12.3.2.3). Chromium makes one of every id that a link leads to.</summary>
internal static class PdfDestinations
{
    // More levels than a page tree of a million pages has; a bound against a tree that leads back to itself.
    private const int DeepestTree = 32;

    /// <summary>The pages' object numbers, in order.</summary>
    public static List<int> PagesOf(PdfFile file)
    {
        var pages = new List<int>();
        AddPages(file, file.Catalog["Pages"], pages, depth: 0);
        return pages;
    }

    /// <summary>Page numbers from 1, by destination.</summary>
    public static Dictionary<string, int> Of(PdfFile file)
    {
        var numbers = PagesOf(file).Select((page, index) => (page, index)).ToDictionary(pair => pair.page, pair => pair.index + 1);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        if (file.Dictionary(file.Catalog["Dests"]) is not { } destinations)
            return found;
        foreach (var (name, value) in destinations.Entries)
        {
            var target = file.Resolve(value) is PdfDictionary wrapped ? file.Resolve(wrapped["D"]) : file.Resolve(value);
            if (target is PdfArray { Items: [PdfReference page, ..] } && numbers.TryGetValue(page.ObjectNumber, out var number))
                found[name] = number;
        }

        return found;
    }

    private static void AddPages(PdfFile file, PdfValue? node, List<int> pages, int depth)
    {
        if (node is not PdfReference reference || file.Dictionary(node) is not { } dictionary || depth > DeepestTree)
            throw new InvalidDataException("The PDF's page tree is malformed.");
        if (dictionary["Kids"] is not { } kids)
        {
            pages.Add(reference.ObjectNumber);
            return;
        }

        foreach (var kid in (file.Resolve(kids) as PdfArray)?.Items ?? [])
            AddPages(file, kid, pages, depth + 1);
    }
}
