using System.Collections.Immutable;
using System.Text;

namespace Briefing.Core.Sources;

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
