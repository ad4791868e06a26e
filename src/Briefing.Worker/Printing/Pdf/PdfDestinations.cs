namespace Briefing.Worker.Printing.Pdf;

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
