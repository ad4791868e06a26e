using System.Globalization;
using Briefing.Core.Model;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Text;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>Cover, contents and what is new: templates/partials/pack-front.html.</summary>
internal sealed class QuestFront(EditionModel edition)
{
    public void Cover(IContainer cover) => cover.BorderTop(2.5f).PaddingTop(6, Unit.Millimetre).Column(column =>
    {
        var late = edition.Late ? " · late edition" : "";
        var version = edition.Version > 1 ? string.Create(CultureInfo.InvariantCulture, $" · version {edition.Version}") : "";
        column.Item().SemanticHeader1().Text(edition.Title).Style(PackStyle.Title);
        column.Item().PaddingTop(1.5f, Unit.Millimetre).Text($"{edition.DateLong}{late}{version}").Style(PackStyle.Date);
        if (edition.Marking is { } marking)
            column.Item().PaddingTop(4, Unit.Millimetre).Text(marking).Style(PackStyle.Marking);
        column.Item().PaddingTop(4, Unit.Millimetre).Text($"{edition.Summary}. {edition.Coverage.Text}.").Style(PackStyle.Made);
        column.Item().Text($"Made at {edition.MadeAt}. Every statement is quoted word for word from the sources numbered behind it.").Style(PackStyle.Made);
        if (edition.Correction is { } correction)
            column.Item().PaddingTop(6, Unit.Millimetre).Element(corrected => Corrected(corrected, correction));
    });

    private static void Corrected(IContainer container, CorrectionModel correction) => container.SemanticSection().Column(column =>
    {
        column.Item().Element(Heading).SemanticHeader2().Text("Corrected").Style(PackStyle.Front);
        column.Item().Text(correction.Unchanged is { } unchanged ? $"{correction.Replaces} {unchanged}" : correction.Replaces);
        column.Item().SemanticList().Column(list =>
        {
            foreach (var line in correction.Lines)
            {
                list.Item().SemanticListItem().SemanticListItemBody().Text(text =>
                {
                    text.Span($"{line.Label}:").Bold();
                    text.Span($" {line.Text}");
                    if (line.Before is { } before)
                        text.Span($" Before: {before}").Style(PackStyle.Quiet(PackStyle.Text));
                });
            }

            if (correction.More > 0)
                list.Item().SemanticListItem().SemanticListItemBody().Text($"and {Phrases.Count(correction.More, "more change", "more changes")}");
        });
    });

    public void SourcesRead(IContainer container) => container.SemanticSection().Column(column =>
    {
        column.Item().Element(Heading).SemanticHeader2().Text(edition.NothingText).Style(PackStyle.Front);
        column.Item().Text("These sources were read:");
        column.Item().SemanticList().Column(list =>
        {
            foreach (var source in edition.Coverage.Read)
            {
                list.Item().SemanticListItem().SemanticListItemBody().Text(text =>
                {
                    text.Span(source.Name);
                    if (source.Detail.Length > 0)
                        text.Span($": {source.Detail}").Style(PackStyle.Quiet(PackStyle.Text));
                });
            }

            if (edition.Coverage.Read.Count == 0)
                list.Item().SemanticListItem().SemanticListItemBody().Text("None.");
        });
    });

    public void Contents(IContainer container) => container.SemanticSection().Column(column =>
    {
        column.Item().Element(Heading).SemanticHeader2().Text("Contents").Style(PackStyle.Front);
        column.Item().SemanticTableOfContents().Column(list =>
        {
            foreach (var section in edition.Sections)
            {
                Topic(list, section.Title, section.Anchor, section.Empty ? "nothing to report" : null);
                foreach (var story in section.Stories)
                    Story(list, story);
            }

            Topic(list, "Sources", "sources", note: null);
            Topic(list, "Coverage", "coverage", note: null);
            if (edition.Drops.Count > 0)
                Topic(list, "Left out", "left-out", note: null);
        });
    });

    public void News(IContainer container) => container.SemanticSection().Column(column =>
    {
        column.Item().Element(Heading).SemanticHeader2().Text("What is new since the last edition").Style(PackStyle.Front);
        column.Item().SemanticList().Column(list =>
        {
            foreach (var item in edition.News)
            {
                list.Item().PreventPageBreak().PaddingVertical(0.7f, Unit.Millimetre).SemanticListItem().Row(row =>
                {
                    row.ConstantItem(24, Unit.Millimetre).SemanticListLabel().Text(item.Label).Style(PackStyle.Label.FontSize(8).Bold());
                    row.RelativeItem().SemanticListItemBody().SemanticLink($"Go to {item.Text}").SectionLink(item.Anchor).Text(text =>
                    {
                        text.Span(item.Text);
                        text.Span($" ({item.Story.Number})").Style(PackStyle.Quiet(PackStyle.Text));
                    });
                });
            }
        });
        if (edition.NewsMore > 0)
        {
            column.Item().PaddingLeft(24, Unit.Millimetre)
                .Text(string.Create(CultureInfo.InvariantCulture, $"And {edition.NewsMore} more, marked where they stand."))
                .Style(PackStyle.Quiet(PackStyle.Text));
        }
    });

    private static IContainer Heading(IContainer container) =>
        container.PaddingBottom(2, Unit.Millimetre).BorderBottom(0.75f).PaddingBottom(1.2f, Unit.Millimetre);

    private static void Topic(ColumnDescriptor list, string title, string anchor, string? note) =>
        list.Item().PaddingTop(2.6f, Unit.Millimetre).SemanticTableOfContentsItem().SemanticLink($"Go to {title}").SectionLink(anchor).Row(row =>
        {
            row.RelativeItem().Text(text =>
            {
                text.Span(title).Bold();
                Note(text, note);
            });
            Page(row, anchor);
        });

    private static void Story(ColumnDescriptor list, StoryModel story) =>
        list.Item().PreventPageBreak().PaddingVertical(0.6f, Unit.Millimetre).SemanticTableOfContentsItem()
            .SemanticLink($"Go to {story.HeadlineShort}").SectionLink(story.Anchor).Row(row =>
            {
                row.ConstantItem(11, Unit.Millimetre).Text(story.Number).Style(PackStyle.Quiet(PackStyle.Text));
                row.RelativeItem().Text(text =>
                {
                    text.Span(story.HeadlineShort);
                    Note(text, story.Status == "continuing" ? null : story.Status);
                });
                Page(row, story.Anchor);
            });

    private static void Note(TextDescriptor text, string? note)
    {
        if (note is not null)
            text.Span($" · {note}").Style(PackStyle.Running);
    }

    private static void Page(RowDescriptor row, string anchor) =>
        row.ConstantItem(12, Unit.Millimetre).AlignBottom().AlignRight().Text(text => text.BeginPageNumberOfSection(anchor));
}
