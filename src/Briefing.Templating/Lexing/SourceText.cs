namespace Briefing.Templating.Lexing;

/// <summary>A template's text and the name it is known by in messages.</summary>
internal sealed class SourceText(string text, string path)
{
    public string Text { get; } = text;

    public string Path { get; } = path;

    /// <summary>Line and column of an offset, both from 1; CR LF, LF and a lone CR each end a line.</summary>
    public (int Line, int Column) Locate(int offset)
    {
        var line = 1;
        var start = 0;
        var end = Math.Min(offset, Text.Length);
        for (var at = 0; at < end; at++)
        {
            var c = Text[at];
            if (c != '\n' && (c != '\r' || (at + 1 < Text.Length && Text[at + 1] == '\n')))
                continue;
            line++;
            start = at + 1;
        }

        return (line, end - start + 1);
    }
}

/// <summary>A stretch of a template; <paramref name="End"/> is exclusive.</summary>
internal readonly record struct SourceSpan(SourceText Source, int Start, int End)
{
    public override string ToString() => Source.Text[Start..Math.Max(Start, Math.Min(End, Source.Text.Length))];

    public SourceSpan To(SourceSpan other) => this with { End = Math.Max(End, other.End) };

    public TemplateException Error(string message, Exception? cause = null)
    {
        var (line, column) = Source.Locate(Start);
        return new TemplateException(new TemplateMessage(Source.Path, line, column, message), cause);
    }
}
