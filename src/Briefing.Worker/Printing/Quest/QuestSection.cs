using Briefing.Core.Model;
using Briefing.Worker.Rendering.Models;
using QuestPDF.Fluent;
using QuestPDF.Infrastructure;

namespace Briefing.Worker.Printing.Quest;

/// <summary>A topic with its stories: templates/partials/pack-section.html and pack-story.html.</summary>
internal sealed class QuestSection(SectionModel section)
{
    // A story begins only where so many points of it fit: its heading, the line about it and its first statement. This is asked outside
    // of its mark: what is put off inside of one has been drawn, with nothing in it, and numbered on the page before.
    private const float RoomForBeginning = 150;

    public void Compose(IContainer container) => (section.Empty ? container.PreventPageBreak() : container).Section(section.Anchor).SemanticSection().Column(column =>
    {
        if (section.Empty)
        {
            column.Item().PaddingTop(9, Unit.Millimetre).BorderTop(0.75f).PaddingTop(2.5f, Unit.Millimetre).PaddingBottom(1.5f, Unit.Millimetre)
                .SemanticHeader2().Text(section.Title).Style(PackStyle.SmallTopic);
            column.Item().Text("Nothing to report under this topic.");
        }
        else
        {
            column.Item().BorderTop(2.5f).PaddingTop(3.5f, Unit.Millimetre).PaddingBottom(6, Unit.Millimetre)
                .SemanticHeader2().Text(section.Title).Style(PackStyle.Topic);
        }

        for (var at = 0; at < section.Stories.Count; at++)
        {
            var story = section.Stories[at];
            var item = column.Item().EnsureSpace(RoomForBeginning);
            if (at > 0)
                item = item.PaddingTop(9, Unit.Millimetre).BorderTop(0.75f).PaddingTop(5, Unit.Millimetre);
            item.SemanticArticle().Element(part => Story(part, story));
        }
    });

    private static void Story(IContainer container, StoryModel story) => container.Section(story.Anchor).Column(column =>
    {
        // Apart: a bookmark is made of a heading's pieces with a space between any two.
        column.Item().SemanticHeader3().Row(row =>
        {
            row.AutoItem().MinWidth(11, Unit.Millimetre).PaddingRight(1, Unit.Millimetre).Text(story.Number).Style(PackStyle.Quiet(PackStyle.Story.NormalWeight()));
            row.RelativeItem().Text(story.Headline).Style(PackStyle.Story);
        });
        column.Item().PaddingLeft(11, Unit.Millimetre).PaddingTop(1.6f, Unit.Millimetre).PaddingBottom(3.2f, Unit.Millimetre).Text(text => About(text, story));
        column.Item().SemanticList().Column(list =>
        {
            foreach (var statement in story.Statements)
                list.Item().Element(item => QuestStatement.Compose(item, statement));
        });
        foreach (var difference in story.Differences)
            column.Item().Element(item => QuestDifference.Compose(item, difference));
        foreach (var angle in story.Angles)
            column.Item().PaddingLeft(11, Unit.Millimetre).PaddingTop(2, Unit.Millimetre).Text(text => See(text, angle));
    });

    private static void About(TextDescriptor text, StoryModel story)
    {
        text.DefaultTextStyle(PackStyle.About);
        text.Span(story.StatusLabel).Style(PackStyle.Label.FontSize(8.3f).Bold());
        var told = new[] { story.OriginsText, story.OriginNames, story.UnattributedText, story.MachineWrittenText };
        text.Span($" {string.Join(" · ", told.OfType<string>())}");
        if (story.AngleOf is not { } home)
            return;
        text.Span("\nPart of ");
        text.SectionLink($"“{home.Headline}”", home.Anchor);
        text.Span($" under {home.SectionTitle}, page ");
        text.BeginPageNumberOfSection(home.Anchor);
    }

    private static void See(TextDescriptor text, StoryReference angle)
    {
        text.DefaultTextStyle(PackStyle.About);
        text.Span($"See also under {angle.SectionTitle}, page ");
        text.BeginPageNumberOfSection(angle.Anchor);
        text.Span(": ");
        text.SectionLink(angle.Headline, angle.Anchor);
    }
}
