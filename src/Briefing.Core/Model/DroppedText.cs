using System.Collections.Immutable;

namespace Briefing.Core.Model;

/// <summary>Text of a document that no article carries, and why. Nothing is left out silently.</summary>
public sealed record DroppedText(string DocumentId, TextSpan Span, DropReason Reason, string Text);

/// <summary>In edition.json these are lower-case words joined by hyphens: related-link.</summary>
public enum DropReason
{
    /// <summary>Site name, copyright, dates beside page furniture, counters, buttons.</summary>
    Boilerplate,
    Navigation,
    Promotion,
    Consent,
    Share,

    /// <summary>Headline or teaser of another story.</summary>
    RelatedLink,

    /// <summary>A language other than the edition's.</summary>
    Language,
    Caption,

    /// <summary>The same text again in the same article (a headline printed twice).</summary>
    Repeated,

    /// <summary>A byline, date or credit: read, and kept as a property of the article.</summary>
    Metadata,

    /// <summary>A document or part in which no article was found.</summary>
    NoArticle,

    /// <summary>An article outside the edition's window.</summary>
    OutOfWindow,

    /// <summary>A statement of no configured topic.</summary>
    NoTopic,

    /// <summary>A story of the topic beyond the configured number.</summary>
    Limit,
}

/// <summary>What one document held: its articles (none, one or several) and everything else with a reason.</summary>
public sealed record ExtractedDocument(ImmutableArray<Article> Articles, ImmutableArray<DroppedText> Dropped);
