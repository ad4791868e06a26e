using System.Globalization;

namespace Briefing.Worker.Rendering;

/// <summary>How the pack is to be had, in words.</summary>
internal static class PackWording
{
    private const double Megabyte = 1024 * 1024;

    /// <summary>Null where there is none. What ends in a link has no full stop.</summary>
    public static string? Of(RenderOptions options, string? safeUrl)
    {
        // It is printed once, for all.
        var pack = options.Topics.Count > 0 ? "The pack with all topics" : "The pack";
        if (safeUrl is not null)
            return options.PackBytes is { } bytes ? $"{pack} ({Size(bytes)}) is too large to attach" : $"{pack} is too large to attach";
        return options.HasPack ? $"{pack} is attached." : null;
    }

    /// <summary>9.4 MB; 640 kB.</summary>
    private static string Size(long bytes) => bytes >= Megabyte
        ? $"{(bytes / Megabyte).ToString("0.0", CultureInfo.InvariantCulture)} MB"
        : $"{Math.Max(1, bytes / 1024)} kB";
}
