using System.Collections.Immutable;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Briefing.Core.Model;

namespace Briefing.Core.Reading;

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

/// <summary>The growing text of a page, line by line, with the block that each line is.</summary>
internal sealed class RenderedLines
{
    private readonly StringBuilder _text = new();
    private readonly ImmutableArray<PageBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PageBlock>();
    private readonly Stack<(PageBlockRole? Role, int Heading)> _open = new();
    private (PageBlockRole Role, int Heading) _lineContext;
    private int _lineStart = -1;
    private int _linkDepth;
    private int _linkedCharacters;
    private int _characters;
    private bool _spaceIsDue;
    private bool _blankLineIsDue;

    public bool IsInFurniture => _open.Count > 0 && _open.Peek().Role == PageBlockRole.Furniture;

    public void Open(PageBlockRole? role, int heading, bool isLink)
    {
        // What furniture holds is furniture; else the innermost role that says something.
        var outer = _open.Count > 0 ? _open.Peek() : (null, 0);
        _open.Push(outer.Role == PageBlockRole.Furniture || role is null ? outer : (role, heading));
        if (isLink)
            _linkDepth++;
    }

    public void Close(bool isLink)
    {
        _open.Pop();
        if (isLink)
            _linkDepth--;
    }

    public void Append(string data, bool keepLineBreaks)
    {
        foreach (var c in data)
        {
            if (keepLineBreaks && c == '\n')
                Break(blankLine: false);
            else if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' || char.IsControl(c))
                _spaceIsDue |= c is not ('\u200B' or '\uFEFF');
            else
                AppendVisible(c);
        }
    }

    /// <summary>Cells of one table row stand on one line.</summary>
    public void Separate()
    {
        if (_lineStart >= 0)
            _spaceIsDue = true;
    }

    public void Break(bool blankLine)
    {
        _blankLineIsDue |= blankLine;
        _spaceIsDue = false;
        if (_lineStart < 0)
            return;
        var share = _characters == 0 ? 0 : Math.Round((double)_linkedCharacters / _characters, 3);
        _blocks.Add(new PageBlock(new TextSpan(_lineStart, _text.Length), _lineContext.Role, share, _lineContext.Heading));
        _lineStart = -1;
        _text.Append('\n');
    }

    public (string Text, ImmutableArray<PageBlock> Blocks) Finish()
    {
        Break(blankLine: false);
        return (TextCleaner.Clean(_text.ToString()), _blocks.ToImmutable());
    }

    private void AppendVisible(char c)
    {
        if (_lineStart < 0)
            StartLine();
        else if (_spaceIsDue)
            _text.Append(' ');
        _spaceIsDue = false;
        _text.Append(c);
        _characters++;
        if (_linkDepth > 0)
            _linkedCharacters++;
    }

    private void StartLine()
    {
        if (_blankLineIsDue && _text.Length > 0)
            _text.Append('\n');
        _blankLineIsDue = false;
        _lineStart = _text.Length;
        _linkedCharacters = _characters = 0;
        var context = _open.Count > 0 ? _open.Peek() : (null, 0);
        _lineContext = (context.Role ?? PageBlockRole.Paragraph, context.Heading);
    }
}
