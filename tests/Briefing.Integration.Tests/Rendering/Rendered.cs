using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Briefing.Core.Model;
using Briefing.Core.Novelty;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>Renders with the templates that the executable carries.</summary>
internal static class Rendered
{
    private static readonly ActiveTemplates Shelf = new(folder: null);
    private static readonly EditionRenderer BuiltIn = new(Shelf);

    public static RenderedEdition Of(Edition edition, RenderOptions? options = null) => BuiltIn.Render(edition, options ?? new RenderOptions());

    public static RenderedNotice Of(Notice notice) => new NoticeRenderer(Shelf).Render(notice);

    public static string Pack(Edition edition, Correction? correction = null) =>
        BuiltIn.RenderPack(edition, new RenderOptions { HasPack = true, Correction = correction }).Html;

    public static IHtmlDocument Html(Edition edition, RenderOptions? options = null) => Parse(Of(edition, options).Html);

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
