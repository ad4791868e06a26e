using System.Text;
using Briefing.Core.Model;
using Briefing.Worker.Printing;

namespace Briefing.Integration.Tests.Printing;

/// <summary>Small packs by hand, for tests of the printer alone.</summary>
internal static class SomePack
{
    public static readonly Edition Edition = new()
    {
        Entry = "morning",
        Date = "2026-03-10",
        Title = "Daily Briefing",
        Marking = "OFFICIAL",
        TimeZone = "Europe/London",
        GeneratedAt = "2026-03-10T06:20:00Z",
        Sections = [],
        Articles = [],
        Documents = [],
        Dropped = [],
        Sources = [],
    };

    public static PackToPrint Of(string body, string head = "") => new(Edition,
        $"<!DOCTYPE html><html lang=\"en-GB\"><head><title>Daily Briefing</title>{head}</head><body>{body}</body></html>");

    /// <summary>A contents list, then chapters of different lengths, each named "Chapter n begins".</summary>
    public static PackToPrint WithContents(int chapters)
    {
        var body = new StringBuilder("<h1>Contents</h1><ol>");
        for (var chapter = 1; chapter <= chapters; chapter++)
            body.Append($"<li><a href=\"#c{chapter}\">Go to {chapter} <span data-page-of=\"c{chapter}\"></span></a></li>");
        body.Append("</ol>");
        for (var chapter = 1; chapter <= chapters; chapter++)
            body.Append($"<h2 id=\"c{chapter}\">Chapter {chapter} begins</h2>").Append(Paragraphs(chapter % 5 * 3));
        return Of(body.ToString(), "<style>@page { size: A4 } li span { display: inline-block; min-width: 4ch }</style>");
    }

    private static string Paragraphs(int count) =>
        string.Concat(Enumerable.Repeat("<p>" + string.Concat(Enumerable.Repeat("The harbour was quiet and the ferries ran. ", 12)) + "</p>", count));
}
