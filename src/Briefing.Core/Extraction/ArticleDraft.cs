namespace Briefing.Core.Extraction;

/// <summary>An article as a run of lines, before its parts are read.</summary>
internal sealed class ArticleDraft
{
    /// <summary>Null where no line serves as one.</summary>
    public PageLine? Headline { get; set; }

    /// <summary>Line index where the article's head begins: its headline, or what stands between the last article and this.</summary>
    public required int HeadStart { get; set; }

    /// <summary>Line index of the first line of text.</summary>
    public required int First { get; set; }

    /// <summary>Line index of the last line of text, inclusive.</summary>
    public required int Last { get; set; }

    /// <summary>Past the last line that may still speak of this article (its foot).</summary>
    public int FootEnd { get; set; }

    /// <summary>Text lines with what they are, in order.</summary>
    public List<(PageLine Line, PassageKind Kind)> Body { get; } = [];
}
