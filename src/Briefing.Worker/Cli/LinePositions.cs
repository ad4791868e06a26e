namespace Briefing.Worker.Cli;

/// <summary>Tells line and column of places in a text with LF line ends; both count from 1.</summary>
internal sealed class LinePositions
{
    private readonly List<int> _starts = [0];

    public LinePositions(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n')
                _starts.Add(at + 1);
        }
    }

    /// <summary>"12:5", as editors take it.</summary>
    public string At(int offset)
    {
        var line = _starts.BinarySearch(offset);
        if (line < 0)
            line = ~line - 1;
        return $"{line + 1}:{offset - _starts[line] + 1}";
    }
}
