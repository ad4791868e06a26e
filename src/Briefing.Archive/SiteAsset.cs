using System.Security.Cryptography;

namespace Briefing.Archive;

/// <summary>A file that comes with the pages. Its address changes with its content, so that it can be kept for good.</summary>
internal sealed class SiteAsset
{
    private SiteAsset(string name, string mediaType)
    {
        using var stream = typeof(SiteAsset).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        using var content = new MemoryStream();
        stream.CopyTo(content);
        (Name, MediaType, Content) = (name, mediaType, content.ToArray());
        Version = Convert.ToHexStringLower(SHA256.HashData(Content))[..12];
    }

    public static SiteAsset Style { get; } = new("site.css", "text/css; charset=utf-8");

    public static SiteAsset Icon { get; } = new("icon.svg", "image/svg+xml");

    public string Name { get; }

    public string MediaType { get; }

    public byte[] Content { get; }

    public string Version { get; }

    public string PathOn(SiteSettings site) => $"{site.PathOf(Name)}?v={Version}";
}
