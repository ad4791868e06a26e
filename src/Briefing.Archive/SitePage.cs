using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Briefing.Archive;

/// <summary>A page's component. All it prints is encoded.</summary>
/// <typeparam name="TModel">What is particular to the page.</typeparam>
public abstract class SitePage<TModel> : ComponentBase
    where TModel : class
{
    [Parameter]
    [EditorRequired]
    public required SiteSettings Site { get; set; }

    [Parameter]
    [EditorRequired]
    public required TModel Model { get; set; }
}

/// <summary>
/// Sends a page as it is rendered once. By the plain renderer and not by RazorComponentResult: that one brings cookies against forgery
/// and keys of its own on the disk for them, which pages without sessions have no use for.
/// </summary>
internal static class SitePages
{
    public static async Task Send<TPage, TModel>(HttpContext context, SiteSettings site, TModel model, int status = StatusCodes.Status200OK)
        where TPage : SitePage<TModel>
        where TModel : class
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var values = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal) { ["Site"] = site, ["Model"] = model });
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TPage>(values)).ToHtmlString());
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html, context.RequestAborted);
    }
}
