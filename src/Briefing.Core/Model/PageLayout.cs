using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Model;

/// <summary>What a page's markup says of its text: a role for each block, and the page's own account of itself.</summary>
/// <param name="Blocks">In order of <see cref="PageBlock.Span"/>; spans do not overlap.</param>
public sealed record PageLayout(ImmutableArray<PageBlock> Blocks, PageMetadata Metadata);

/// <param name="LinkShare">Share of the block's characters that stand inside links, 0 to 1.</param>
/// <param name="HeadingLevel">1 to 6; 0 when it is not a heading.</param>
public sealed record PageBlock(TextSpan Span, PageBlockRole Role, double LinkShare = 0, int HeadingLevel = 0);

public enum PageBlockRole
{
    Paragraph,
    Heading,
    ListItem,
    Caption,
    Quotation,
    TableCell,

    /// <summary>Inside nav, footer, aside, form or an element that says it is hidden.</summary>
    Furniture,
}

/// <summary>Null means that the page did not say.</summary>
public sealed record PageMetadata(
    string? Title = null,
    string? SiteName = null,
    string? Author = null,
    string? Url = null,
    string? Language = null,
    LocalDate? PublishedOn = null,
    Instant? PublishedAt = null);
