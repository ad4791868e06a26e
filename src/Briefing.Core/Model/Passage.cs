namespace Briefing.Core.Model;

/// <summary>One sentence (or bullet, standfirst, subheading) of an article: the unit that statements are made of.</summary>
/// <param name="Text">The document's text between the span's offsets, to the character.</param>
/// <param name="Paragraph">Counts the article's paragraphs from 0; sentences of one paragraph share it.</param>
public sealed record Passage(TextSpan Span, PassageKind Kind, string Text, int Paragraph);

public enum PassageKind
{
    /// <summary>A sentence of the body.</summary>
    Sentence,

    /// <summary>A point of a summary list at the top.</summary>
    Bullet,

    /// <summary>A sentence of a lead-in that stands apart from the body.</summary>
    Standfirst,

    Subheading,
}
