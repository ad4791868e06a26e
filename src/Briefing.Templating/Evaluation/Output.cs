using System.Text;

namespace Briefing.Templating.Evaluation;

/// <summary>Where text is written: the page or, inside a capture or an include, a text of its own. Indents lines.</summary>
internal sealed class Output(int limit)
{
    private readonly Stack<StringBuilder> _outer = new();
    private StringBuilder _current = new();
    private long _written;

    /// <summary>What each line begins with that is written now; null for none.</summary>
    public string? Indent { get; set; }

    /// <summary>Whether the last thing written ended its line.</summary>
    public bool IsAtLineStart { get; set; }

    public void Push()
    {
        _outer.Push(_current);
        _current = new StringBuilder();
    }

    public string Pop()
    {
        var text = _current.ToString();
        _current = _outer.Pop();
        return text;
    }

    public string TakeAll() => _current.ToString();

    /// <returns>False: the text goes beyond the limit.</returns>
    public bool Write(ReadOnlySpan<char> text)
    {
        if (Indent is null)
        {
            if (text.Length > 0)
                IsAtLineStart = text[^1] == '\n';
            return Append(text);
        }

        while (text.Length > 0)
        {
            if (IsAtLineStart && !Append(Indent))
                return false;
            var end = text.IndexOf('\n') + 1;
            IsAtLineStart = end > 0;
            if (!Append(end > 0 ? text[..end] : text))
                return false;
            text = end > 0 ? text[end..] : [];
        }

        return true;
    }

    private bool Append(ReadOnlySpan<char> text)
    {
        _written += text.Length;
        if (_written > limit)
            return false;
        _current.Append(text);
        return true;
    }
}
