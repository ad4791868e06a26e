using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Briefing.Core.Editions;
using Briefing.Worker.Rendering;

namespace Briefing.Integration.Tests.Rendering;

/// <summary>Renders with the templates that the executable carries.</summary>
internal static class Rendered
{
    private static readonly EditionRenderer BuiltIn = new(new TemplateShelf(new OwnTemplateEngine(), folder: null));

    public static RenderedEdition Of(Edition edition, RenderOptions? options = null) => BuiltIn.Render(edition, options ?? new RenderOptions());

    public static string Pack(Edition edition) => BuiltIn.RenderPack(edition, new RenderOptions { HasPack = true }).Html;

    public static IHtmlDocument Html(Edition edition, RenderOptions? options = null) => Parse(Of(edition, options).Html);

    public static IHtmlDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
