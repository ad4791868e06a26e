using System.Net;

namespace Briefing.Worker.Rendering;

/// <summary>An edition as it is sent.</summary>
/// <param name="Fault">The template fault that kept the newest templates from being used; null where they were.</param>
internal sealed record RenderedEdition(string Subject, string Html, string Text, TemplateFaultException? Fault)
{
    /// <summary>Stands for each subscriber's own address until the edition is delivered; it leads nowhere (RFC 2606).</summary>
    public const string UnsubscribePlaceholder = "https://unsubscribe.invalid/";

    /// <summary>This edition for one subscriber.</summary>
    public RenderedEdition For(Uri unsubscribe) => this with
    {
        Html = Html.Replace(UnsubscribePlaceholder, WebUtility.HtmlEncode(unsubscribe.AbsoluteUri), StringComparison.Ordinal),
        Text = Text.Replace(UnsubscribePlaceholder, unsubscribe.AbsoluteUri, StringComparison.Ordinal),
    };
}
