using System.Diagnostics;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Printing;

/// <summary>What poppler's tools and qpdf say of a PDF: readers that are not ours.</summary>
internal static class PdfTools
{
    /// <summary>The words of each page, in reading order.</summary>
    public static string[] TextOfPages(byte[] pdf) =>
        Run(pdf, "pdftotext", "-enc", "UTF-8", "{}", "-").TrimEnd('\f').Split('\f');

    /// <summary>The words of each page in the order in which they were written: a contents line is one line.</summary>
    public static string[] RawTextOfPages(byte[] pdf) =>
        Run(pdf, "pdftotext", "-raw", "-enc", "UTF-8", "{}", "-").TrimEnd('\f').Split('\f');

    public static string Structure(byte[] pdf) => Run(pdf, "pdfinfo", "-struct-text", "{}");

    public static string Properties(byte[] pdf) => Run(pdf, "pdfinfo", "{}");

    /// <summary>A line a font: name, type, encoding, embedded, subset, Unicode map, object.</summary>
    public static string[] Fonts(byte[] pdf) => [.. Run(pdf, "pdffonts", "{}").Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)];

    /// <summary>All objects (or one part, such as "outlines") as JSON; fails where qpdf finds a fault.</summary>
    public static string CheckedJson(byte[] pdf, string? part = null)
    {
        Assert.Contains("No syntax or stream encoding errors found", Run(pdf, "qpdf", "--check", "{}"), StringComparison.Ordinal);
        return part is null ? Run(pdf, "qpdf", "--json", "{}") : Run(pdf, "qpdf", "--json", $"--json-key={part}", "{}");
    }

    private static string Run(byte[] pdf, string tool, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("pack.pdf");
        File.WriteAllBytes(path, pdf);
        var start = new ProcessStartInfo(tool, arguments.Select(argument => argument.Replace("{}", path, StringComparison.Ordinal)))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && error.Result.Length == 0, $"{tool}: {error.Result}");
        return output;
    }
}
