using Briefing.Core.Model;
using Briefing.Worker.Rendering.Models;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>Accounts that differ, two beside one another: templates/partials/pack-difference.html.</summary>
internal static class QuestDifference
{
    private const int Columns = 2;

    public static void Compose(IContainer container, DifferenceModel difference) =>
        container.PreventPageBreak().PaddingTop(4, Unit.Millimetre).PaddingBottom(2, Unit.Millimetre).PaddingLeft(11, Unit.Millimetre)
            .Border(0.75f).PaddingHorizontal(3.6f, Unit.Millimetre).PaddingVertical(2.6f, Unit.Millimetre).SemanticDivision().Column(column =>
            {
                column.Item().PaddingBottom(1.4f, Unit.Millimetre).Text(text =>
                {
                    text.Span("Accounts differ ").Style(PackStyle.Label.FontSize(8.3f).Bold());
                    text.Span(difference.AboutLabel.ToLowerInvariant()).Style(PackStyle.Label.FontSize(8.3f));
                });
                column.Item().SemanticList().Column(list =>
                {
                    foreach (var variants in difference.Variants.Chunk(Columns))
                        list.Item().Row(row => Pair(row, variants));
                });
            });

    private static void Pair(RowDescriptor row, VariantModel[] variants)
    {
        row.Spacing(5, Unit.Millimetre);
        foreach (var variant in variants)
            row.RelativeItem().Element(item => Variant(item, variant));
        if (variants.Length < Columns)
            row.RelativeItem();
    }

    private static void Variant(IContainer container, VariantModel variant) =>
        container.BorderTop(0.5f).PaddingTop(1.4f, Unit.Millimetre).SemanticListItem().SemanticListItemBody().Column(column =>
        {
            column.Item().Text($"“{variant.Text}”").Style(PackStyle.Wording);
            column.Item().PaddingTop(0.8f, Unit.Millimetre).Text(text =>
            {
                text.DefaultTextStyle(PackStyle.Running);
                text.Span(variant.Note is { } note ? $"{note}\n{variant.Who}" : variant.Who);
                QuestStatement.Markers(text, variant.Markers);
            });
        });
}
