using Briefing.Core.Extraction;
using Briefing.Core.Sources;

namespace Briefing.Core.Stories.Claims;

/// <summary>A passage of one of the story's articles.</summary>
/// <param name="Rank">The article's place by preference: 0 supplies wordings first.</param>
/// <param name="Position">The passage's place in its article.</param>
/// <param name="IsAttributed">Whether the account names its origin.</param>
internal sealed record Carrier(Article Article, Passage Passage, int Rank, int Report, int Position, bool IsAttributed)
{
    public bool IsMachineWritten => Article.MachineWritten is { Scope: MachineWritingScope.Article };

    /// <summary>Whether both are one passage of one article.</summary>
    public bool IsSame(Carrier other) => Rank == other.Rank && Position == other.Position;

    /// <summary>Less is better: a person's words before a machine's, the body's before a summary's, then by the article's rank and in reading order.</summary>
    public (bool Machine, bool Summary, int Rank, int Position) Preference =>
        (IsMachineWritten, Passage.Kind != PassageKind.Sentence, Rank, Position);

    /// <summary>A part of the passage's text as a span of the document.</summary>
    public TextSpan SpanOf(TextSpan part) => new(Passage.Span.Start + part.Start, Passage.Span.Start + part.End);
}
