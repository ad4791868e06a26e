using System.Collections.Immutable;
using Briefing.Core.Model;

namespace Briefing.Storage.Documents;

/// <summary>A page's layout as it is kept: the stored form is this one's, whatever becomes of the type it is made from.</summary>
internal sealed record StoredLayout(ImmutableArray<StoredBlock> Blocks, StoredMetadata Page)
{
    public static StoredLayout Of(PageLayout layout) => new(
        [.. layout.Blocks.Select(block => new StoredBlock(block.Span.Start, block.Span.End, block.Role.ToString(), block.LinkShare, block.HeadingLevel))],
        new StoredMetadata(
            layout.Metadata.Title,
            layout.Metadata.SiteName,
            layout.Metadata.Author,
            layout.Metadata.Url,
            layout.Metadata.Language,
            layout.Metadata.PublishedOn is { } day ? StoredText.Of(day) : null,
            StoredText.Of(layout.Metadata.PublishedAt)));

    public PageLayout ToLayout() => new(
        [.. Blocks.Select(block => new PageBlock(new TextSpan(block.Start, block.End), Enum.Parse<PageBlockRole>(block.Role), block.LinkShare, block.HeadingLevel))],
        new PageMetadata(
            Page.Title,
            Page.SiteName,
            Page.Author,
            Page.Url,
            Page.Language,
            Page.PublishedOn is { } day ? StoredText.DateOf(day) : null,
            Page.PublishedAt is { } instant ? StoredText.InstantOf(instant) : null));
}

internal sealed record StoredBlock(int Start, int End, string Role, double LinkShare, int HeadingLevel);

internal sealed record StoredMetadata(
    string? Title, string? SiteName, string? Author, string? Url, string? Language, string? PublishedOn, string? PublishedAt);
