using System.Diagnostics;
using System.Globalization;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Scheduling;

/// <summary>The unit that the worker is installed with.</summary>
public sealed class ServiceUnitTests
{
    // Of ten, where ten is no protection at all; as measured 2.0.
    private const int MostExposureTenths = 25;

    [Fact]
    public async Task RunsInASandbox()
    {
        if (!File.Exists("/usr/bin/systemd-analyze"))
            return;
        using var analysis = Process.Start(new ProcessStartInfo(
            "systemd-analyze", ["security", "--offline=yes", "--no-pager", $"--threshold={MostExposureTenths.ToString(CultureInfo.InvariantCulture)}", Repository.PathOf("deploy/briefing-worker.service")])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var told = await analysis.StandardOutput.ReadToEndAsync() + await analysis.StandardError.ReadToEndAsync();
        await analysis.WaitForExitAsync();

        Assert.True(analysis.ExitCode == 0, told);
        Assert.Contains("Overall exposure level", told, StringComparison.Ordinal);
    }
}
