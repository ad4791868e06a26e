namespace Briefing.Templating;

/// <summary>What a rendering may use and how far it may go.</summary>
public sealed record RenderOptions
{
    /// <summary>Finds the templates that <c>include</c> names; null: including is a fault.</summary>
    public ITemplateLoader? Loader { get; init; }

    public RenderLimits Limits { get; init; } = new();

    /// <summary>
    /// The instant that <c>date.now</c> gives, as the clock of its offset shows it; null: <c>date.now</c> is a fault, for
    /// nothing here reads the machine's clock.
    /// </summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>
    /// Encodes what expressions print, such as <see cref="HtmlText.Encode"/>; null: printed as it is. Template text is never
    /// encoded, nor is <see cref="EncodedText"/>, so nothing is encoded twice.
    /// </summary>
    public Func<string, string>? Encode { get; init; }

    /// <summary>These options with the encoder that a template of this name needs: HTML for <c>*.html</c> and <c>*.htm</c>, else none.</summary>
    public RenderOptions For(string path) => this with
    {
        Encode = path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase)
            ? HtmlText.Encode
            : null,
    };
}
