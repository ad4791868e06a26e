using System.Diagnostics;
using System.Globalization;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Printing;
using Briefing.Worker.Printing.Chromium;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Templates;

namespace Briefing.Benchmarks.Printing;

/// <summary>
/// What a pack of about ten pages costs, both passes, all of Chromium's processes counted, beside WeasyPrint's one pass over
/// the same HTML. The three take turns, so that the machine's other work falls on all alike. <c>bench/render</c> runs it.
/// </summary>
internal static class PackCost
{
    private const int Stories = 7;

    // What the acceptance of the pack asks for.
    private const double MostCold = 1.2;
    private const double MostWarm = 0.5;

    public static async Task<int> Run(int rounds)
    {
        var edition = SomeEdition.WithStories(Stories);
        var renderer = new EditionRenderer(new ActiveTemplates(folder: null));
        var pack = new PackToPrint(edition, renderer.RenderPack(edition, new RenderOptions { HasPack = true }).Html);
        using var meter = CpuMeter.Start();
        var programs = new[] { ChromiumProgram.Find(), "/usr/lib/chromium/chromium" }.OfType<string>().Distinct(StringComparer.Ordinal).Where(File.Exists).ToArray();
        var costs = programs.ToDictionary(program => program, _ => new List<(double Cold, double Own, double Warm, double WarmOwn)>(), StringComparer.Ordinal);
        var peer = new List<double>();
        var pages = 0;

        // One round that does not count: files into memory, code compiled.
        for (var round = 0; round <= rounds; round++)
        {
            var weasy = Weasy(meter, ContentsPages.Fill(pack.Html, pages: null));
            if (round > 0)
                peer.Add(weasy);
            foreach (var program in programs)
            {
                (var cost, pages) = await Chromium(meter, program, pack);
                if (round > 0)
                    costs[program].Add(cost);
            }
        }

        return Report(pages, peer, costs);
    }

    private static async Task<((double Cold, double Own, double Warm, double WarmOwn) Cost, int Pages)> Chromium(CpuMeter meter, string program, PackToPrint pack)
    {
        var coldAt = Now(meter);
        await using (var once = new ChromiumPrinter(program, ChromiumPrinter.DefaultLimit))
            await once.PrintAsync(pack, CancellationToken.None);
        var cold = Since(meter, coldAt);

        await using var kept = new ChromiumPrinter(program, ChromiumPrinter.DefaultLimit);
        var printed = await kept.PrintAsync(pack, CancellationToken.None);
        var warmAt = Now(meter);
        await kept.PrintAsync(pack, CancellationToken.None);
        var warm = Since(meter, warmAt);
        return ((cold.Others, cold.Own, warm.Others, warm.Own), printed.Pages);
    }

    private static double Weasy(CpuMeter meter, string html)
    {
        var folder = Directory.CreateTempSubdirectory("briefing-bench-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "pack.html"), html);
            var before = Now(meter);
            using var process = Process.Start(new ProcessStartInfo("weasyprint", ["--quiet", Path.Combine(folder, "pack.html"), Path.Combine(folder, "pack.pdf")]) { RedirectStandardError = true, UseShellExecute = false })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? Since(meter, before).Others : throw new InvalidOperationException($"weasyprint ended with code {process.ExitCode}.");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (TimeSpan All, TimeSpan Own) Now(CpuMeter meter)
    {
        using var own = Process.GetCurrentProcess();
        return (meter.Total, own.TotalProcessorTime);
    }

    // CPU milliseconds of what was started, and of this process.
    private static (double Others, double Own) Since(CpuMeter meter, (TimeSpan All, TimeSpan Own) before)
    {
        var now = Now(meter);
        var own = (now.Own - before.Own).TotalMilliseconds;
        return ((now.All - before.All).TotalMilliseconds - own, own);
    }

    private static int Report(int pages, List<double> peer, Dictionary<string, List<(double Cold, double Own, double Warm, double WarmOwn)>> costs)
    {
        var weasy = Median(peer);
        Console.WriteLine($"pack of {pages} pages, CPU ms, medians of {peer.Count} rounds in turn");
        Console.WriteLine(Line("WeasyPrint, one pass", weasy, weasy, ""));
        var met = false;
        foreach (var (program, cost) in costs)
        {
            var (cold, warm) = (Median(cost.Select(one => one.Cold)), Median(cost.Select(one => one.Warm)));
            Console.WriteLine(program);
            Console.WriteLine(Line("  first pack, two passes, start and end", cold, weasy, $"at most {MostCold}"));
            Console.WriteLine(Line("    and in our own process", Median(cost.Select(one => one.Own)), weasy, ""));
            Console.WriteLine(Line("  further pack, two passes", warm, weasy, $"at most {MostWarm}"));
            Console.WriteLine(Line("    and in our own process", Median(cost.Select(one => one.WarmOwn)), weasy, ""));
            met |= cold <= MostCold * weasy && warm <= MostWarm * weasy;
        }

        Console.WriteLine(met ? "met" : "NOT MET");
        return met ? 0 : 1;
    }

    private static string Line(string what, double milliseconds, double peer, string asked) =>
        string.Create(CultureInfo.InvariantCulture, $"{what,-42} {milliseconds,8:0} {milliseconds / peer,7:0.00}x  {asked}").TrimEnd();

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
