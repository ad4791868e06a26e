using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Briefing.Core.Sources;

/// <summary>
/// Renders a page to the lines a person would copy from a browser, and notes for each line what the markup said of it. The same
/// markup gives the same text on every machine; no style sheet and no script is run.
/// </summary>
internal static class HtmlRenderer
{
    // Scripts are off, so what pages put into noscript would show: it is consent walls and tracking pictures.
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = true });

    public static (string Text, PageLayout Layout) Render(string html)
    {
        using var page = Parser.ParseDocument(html);
        var metadata = HtmlMetadataReader.Read(page);
        var lines = new RenderedLines();
        if (page.Body is { } body)
            Walk(body, lines);
        var (text, blocks) = lines.Finish();
        return (text, new PageLayout(blocks, metadata));
    }

    // A stack of our own: pages nest thousands of elements deep, by accident or on purpose.
    private static void Walk(IElement root, RenderedLines lines)
    {
        var wrappers = Wrappers(root);
        var open = new Stack<(INode? Next, IElement Element)>();
        Enter(root, lines, wrappers);
        open.Push((root.FirstChild, root));
        while (open.Count > 0)
        {
            var (node, element) = open.Pop();
            if (node is null)
            {
                Leave(element, lines);
                continue;
            }

            open.Push((node.NextSibling, element));
            if (node is IText text)
            {
                lines.Append(text.Data, HtmlElements.KeepsLineBreaks(element));
            }
            else if (node is IElement child && !HtmlElements.IsInvisible(child))
            {
                Enter(child, lines, wrappers);
                open.Push((child.FirstChild, child));
            }
        }
    }

    private static void Enter(IElement element, RenderedLines lines, HashSet<IElement> wrappers)
    {
        var name = element.LocalName;
        if (name == "br")
        {
            lines.Break(blankLine: false);
            return;
        }

        if (HtmlElements.IsBlock(name))
            lines.Break(HtmlElements.HasMargin(name));
        else if (name is "td" or "th" && IsLaidOut(element))
            lines.Break(blankLine: false);
        else if (name is "td" or "th")
            lines.Separate();
        var role = !lines.IsInFurniture && HtmlElements.IsFurniture(element) && !wrappers.Contains(element)
            ? PageBlockRole.Furniture
            : HtmlElements.RoleOf(element);
        lines.Open(role, HtmlElements.HeadingLevel(name), isLink: name == "a");
    }

    // A cell with lines of its own is a column of the page, not an entry of a table.
    private static bool IsLaidOut(IElement cell) => cell.Children.Any(child => child.LocalName == "br" || HtmlElements.IsBlock(child.LocalName));

    // A form or a "has-sidebar" around the whole page is no furniture: an element that holds a good part of all paragraphs. Counted
    // from the paragraphs upwards, so that the cost is their number times their depth, which is bounded.
    private static HashSet<IElement> Wrappers(IElement body)
    {
        const double GoodPart = 0.4;
        const int Deepest = 100;
        var weights = new Dictionary<IElement, int>();
        var total = 0;
        foreach (var paragraph in body.QuerySelectorAll("p, article, main"))
        {
            var weight = paragraph.LocalName == "p" ? Math.Min(paragraph.TextContent.Length, 1_000) : 0;
            total += weight;
            var depth = 0;
            for (var above = paragraph.ParentElement; above is not null && depth < Deepest; above = above.ParentElement, depth++)
                weights[above] = weights.GetValueOrDefault(above) + weight;
        }

        return [.. weights.Where(pair => pair.Value >= total * GoodPart).Select(pair => pair.Key)];
    }

    private static void Leave(IElement element, RenderedLines lines)
    {
        var name = element.LocalName;
        if (name == "br")
            return;
        if (HtmlElements.IsBlock(name))
            lines.Break(HtmlElements.HasMargin(name));
        lines.Close(isLink: name == "a");
    }
}
