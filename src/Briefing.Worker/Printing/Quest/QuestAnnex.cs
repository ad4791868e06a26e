using System.Globalization;
using Briefing.Worker.Rendering.Models;
using QuestPDF.Fluent;
using QuestPDF.Helpers;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>Sources, coverage and what was left out: templates/partials/pack-sources.html and pack-end.html.</summary>
internal sealed class QuestAnnex(EditionModel edition)
{
    // Characters of a row that fits any page, however wide they are: what is to be kept whole and does not fit stops the printing.
    private const int LongestWholeRow = 500;

    public void Sources(IContainer container) => container.Section("sources").SemanticSection().Column(column =>
    {
        column.Item().BorderTop(2.5f).PaddingTop(3.5f, Unit.Millimetre).PaddingBottom(6, Unit.Millimetre).SemanticHeader2().Text("Sources").Style(PackStyle.Topic);
        column.Item().SemanticTable().Table(table =>
        {
            table.ColumnsDefinition(columns =>
            {
                columns.ConstantColumn(12, Unit.Millimetre);
                columns.RelativeColumn();
                columns.ConstantColumn(42, Unit.Millimetre);
                columns.ConstantColumn(27, Unit.Millimetre);
            });
            table.Header(header =>
            {
                foreach (var title in new[] { "No.", "Headline and address", "Outlet and origin", "Published" })
                    header.Cell().BorderBottom(1).PaddingVertical(1.5f, Unit.Millimetre).PaddingRight(3, Unit.Millimetre).Text(title).Style(PackStyle.Label.Bold());
            });
            foreach (var source in edition.Sources)
                Source(table, source);
        });
    });

    public void Coverage(IContainer container) => container.Section("coverage").SemanticSection().Column(column =>
    {
        Heading(column, "Coverage");
        var told = edition.UnusedArticles switch
        {
            0 => "",
            1 => " 1 article that was read tells of no story here.",
            var count => string.Create(CultureInfo.InvariantCulture, $" {count} articles that were read tell of no story here."),
        };
        column.Item().Text($"{edition.Coverage.Text}.{told}").Style(PackStyle.Label);
        column.Item().SemanticList().Column(list =>
        {
            foreach (var source in edition.Coverage.Faults)
                Line(list, $"{source.StatusLabel}:", source.Detail.Length > 0 ? $" {source.Name} ({source.Detail})" : $" {source.Name}");
        });
    });

    public void LeftOut(IContainer container) => container.Section("left-out").SemanticSection().Column(column =>
    {
        Heading(column, "Left out");
        column.Item().SemanticList().Column(list =>
        {
            foreach (var drop in edition.Drops)
                Line(list, drop.Count.ToString(CultureInfo.InvariantCulture), $" {drop.Label}");
        });
    });

    private static void Heading(ColumnDescriptor column, string title) =>
        column.Item().BorderTop(0.75f).PaddingTop(2.5f, Unit.Millimetre).PaddingBottom(1.5f, Unit.Millimetre).SemanticHeader2().Text(title).Style(PackStyle.SmallTopic);

    private static void Line(ColumnDescriptor list, string strong, string rest) =>
        list.Item().PaddingVertical(0.6f, Unit.Millimetre).SemanticListItem().SemanticListItemBody().Text(text =>
        {
            text.DefaultTextStyle(PackStyle.Label);
            text.Span(strong).Bold();
            text.Span(rest);
        });

    private static void Source(TableDescriptor table, SourceModel source)
    {
        var origin = string.Join('\n', new[]
        {
            source.Outlet,
            source.Agency is { } agency ? $"Agency: {agency}" : null,
            source.Byline is { } byline ? $"By: {byline}" : null,
            source.OriginText is { } text ? $"Origin: {text}" : null,
            source.ReprintOf is { } first ? string.Create(CultureInfo.InvariantCulture, $"Same wording as [{first}]") : null,
        }.OfType<string>());
        var address = source.UrlText ?? source.Url ?? source.Document;
        var isShort = source.Headline.Length + address.Length + origin.Length + (source.MachineWrittenNotice?.Length ?? 0) <= LongestWholeRow;

        table.Cell().AsSemanticHorizontalHeader().Element(Cell).Section(source.Anchor)
            .Text(string.Create(CultureInfo.InvariantCulture, $"[{source.Number}]")).Style(PackStyle.Label);
        table.Cell().Element(Cell).Column(column => Headline(column, source));
        table.Cell().Element(Cell).Text(origin).Style(PackStyle.Label);
        table.Cell().Element(Cell).Text(source.Published ?? "not given").Style(PackStyle.Label);

        // A row goes on as one only where each of its cells wants to; PreventPageBreak would put off a cell by itself.
        IContainer Cell(IContainer cell) => (isShort ? cell.ShowEntire() : cell)
            .BorderBottom(0.4f).BorderColor(Colors.Grey.Medium).PaddingVertical(1.5f, Unit.Millimetre).PaddingRight(3, Unit.Millimetre);
    }

    private static void Headline(ColumnDescriptor column, SourceModel source)
    {
        var address = PackStyle.Quiet(PackStyle.Label.FontSize(7.8f));
        column.Item().Text(source.Headline).Style(PackStyle.Headline);
        if (source.MachineWrittenLabel is { } label)
        {
            column.Item().Text(text =>
            {
                text.DefaultTextStyle(PackStyle.Label);
                text.Span(label).Bold();
                if (source.MachineWrittenNotice is { } notice)
                    text.Span($": “{notice}”");
            });
        }

        // http, https and mailto only: the model has no other (SafeAddress).
        if (source.Url is { } url)
            column.Item().SemanticLink(source.UrlText ?? url).Hyperlink(url).Text(source.UrlText ?? url).Style(address);
        else
            column.Item().Text(source.UrlText ?? source.Document).Style(address);
    }
}
