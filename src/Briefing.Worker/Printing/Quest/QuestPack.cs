using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Text;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>The whole pack: page, running header and footer, and the parts in pack.html's order.</summary>
internal sealed class QuestPack(EditionModel edition)
{
    private const int LongestRunningTitle = 60;
    private const int LongestRunningMarking = 40;

    // A heading of the annex is not left alone at a page's foot: so many points of what it heads.
    private const float RoomForBeginning = 80;

    public void Compose(IDocumentContainer document) => document.Page(page =>
    {
        page.Size(PageSizes.A4);
        page.MarginHorizontal(27, Unit.Millimetre);
        page.MarginVertical(12, Unit.Millimetre);
        page.DefaultTextStyle(PackStyle.Text);
        page.Header().SemanticIgnore().Height(15, Unit.Millimetre).Element(Header);
        page.Content().Column(Content);
        page.Footer().SemanticIgnore().Height(12, Unit.Millimetre).AlignBottom().Element(Footer);
    });

    private string? Marking => edition.Marking is { } marking ? DisplayText.Shorten(marking, LongestRunningMarking) : null;

    // The first page carries title and date large. Ignored by the tags: QuestPDF takes what stands on the first page for content.
    private void Header(IContainer header) => header.Row(row =>
    {
        row.RelativeItem(38).SkipOnce().Text(DisplayText.Shorten(edition.Title, LongestRunningTitle)).Style(PackStyle.Running);
        row.RelativeItem(24).AlignCenter().Text(Marking ?? string.Empty).Style(PackStyle.Marking);
        row.RelativeItem(38).SkipOnce().AlignRight().Text(edition.DateLong).Style(PackStyle.Running);
    });

    private void Footer(IContainer footer) => footer.Row(row =>
    {
        row.RelativeItem(25);
        row.RelativeItem(50).AlignCenter().Text(Marking ?? string.Empty).Style(PackStyle.Marking);
        row.RelativeItem(25).AlignRight().Text(text =>
        {
            text.DefaultTextStyle(PackStyle.Running);
            text.Span("page ");
            text.CurrentPageNumber();
            text.Span(" of ");
            text.TotalPages();
        });
    });

    private void Content(ColumnDescriptor column)
    {
        var front = new QuestFront(edition);
        column.Item().PaddingBottom(10, Unit.Millimetre).Element(front.Cover);
        if (edition.NothingToReport)
        {
            column.Item().PaddingBottom(9, Unit.Millimetre).Element(front.SourcesRead);
        }
        else
        {
            column.Item().PaddingBottom(9, Unit.Millimetre).Element(front.Contents);
            if (edition.News.Count > 0)
                column.Item().PaddingBottom(9, Unit.Millimetre).Element(front.News);
        }

        foreach (var section in edition.Sections)
        {
            if (!section.Empty)
                column.Item().PageBreak();
            column.Item().Element(container => new QuestSection(section).Compose(container));
        }

        var annex = new QuestAnnex(edition);
        if (!edition.NothingToReport)
        {
            column.Item().PageBreak();
            column.Item().Element(annex.Sources);
        }

        column.Item().EnsureSpace(RoomForBeginning).PaddingTop(9, Unit.Millimetre).Element(annex.Coverage);
        if (edition.Drops.Count > 0)
            column.Item().EnsureSpace(RoomForBeginning).PaddingTop(9, Unit.Millimetre).Element(annex.LeftOut);
    }
}
