using System.Globalization;
using Briefing.Worker.Rendering.Models;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>A statement with its number in the margin: templates/partials/pack-statement.html.</summary>
internal static class QuestStatement
{
    public static void Compose(IContainer container, StatementModel statement) =>
        container.PreventPageBreak().PaddingBottom(2.6f, Unit.Millimetre).Section(statement.Anchor).SemanticListItem().Row(row =>
        {
            row.ConstantItem(11, Unit.Millimetre).PaddingRight(2.5f, Unit.Millimetre).AlignRight().SemanticListLabel()
                .Text(string.Create(CultureInfo.InvariantCulture, $"{statement.Number}.")).Style(PackStyle.Quiet(PackStyle.Text));
            var body = row.RelativeItem().SemanticListItemBody();
            if (statement.Quote)
                body = body.SemanticBlockQuotation().BorderLeft(1.5f).PaddingLeft(4, Unit.Millimetre);
            body.Text(text => Body(text, statement));
        });

    /// <summary>[3] [7]: each leads to its source.</summary>
    public static void Markers(TextDescriptor text, IEnumerable<MarkerModel> markers)
    {
        foreach (var marker in markers)
        {
            text.Span(" ");
            text.SectionLink(string.Create(CultureInfo.InvariantCulture, $"[{marker.Number}]"), marker.Anchor).Style(PackStyle.Marker);
        }
    }

    private static void Body(TextDescriptor text, StatementModel statement)
    {
        text.Span(statement.Text);
        if (statement.Speaker is { } speaker && !statement.SpeakerInText)
            text.Span($" — {speaker}");
        Markers(text, statement.Markers);
        var basis = new[] { statement.OriginsText, statement.MachineWrittenOnly ? "machine-written source only" : null };
        if (basis.Any(part => part is not null))
            text.Span($" {string.Join(" · ", basis.OfType<string>())}").Style(PackStyle.Quiet(PackStyle.Marker));
        if (statement.Mark is { } mark)
            text.Span($" {mark}").Style(PackStyle.Marker.Bold());
        if (statement.Before is { } before)
            text.Span($"\nBefore: {before}").Style(PackStyle.Before);
    }
}
