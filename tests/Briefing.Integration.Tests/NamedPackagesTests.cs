using System.Diagnostics;
using System.Text.Json;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests;

/// <summary>The packages that the program carries, and the switch to QuestPDF and Verify (docs/decisions/0024).</summary>
public class NamedPackagesTests
{
    private static readonly string[] Always = ["MailKit", "MimeKit", "Quartz", "Scriban.Signed"];

    [Fact]
    public void TheProgramCarriesScribanMailKitAndQuartzAlwaysAndQuestPdfUnderTheSwitchAlone()
    {
        using var dependencies = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "briefing.deps.json")));

        var carried = dependencies.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Superset(Always.ToHashSet(StringComparer.OrdinalIgnoreCase), carried);
#if NAMED_PRINT
        Assert.Contains("QuestPDF", carried);
#else
        Assert.DoesNotContain("QuestPDF", carried);
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "QuestPDF.dll")));
#endif
    }

    [Fact]
    public void WhatAFeedLacksIsToldInOneLineWithItsVersionAndAWayOn()
    {
        const string Log = """
            x.csproj : error NU1101: Unable to find package QuestPDF. No packages exist with this id in source(s): somewhere [Briefing.sln]
            x.csproj : error NU1102: Unable to find package Verify.Xunit with version (>= 31.10.0) [Briefing.sln]
            x.csproj : error NU1102:   - Found 2 version(s) in somewhere [ Nearest version: 5.0.0 ] [Briefing.sln]
            y.csproj : error NU1101: Unable to find package QuestPDF. No packages exist with this id in source(s): somewhere [Briefing.sln]
            """;

        Assert.Equal(
            "--named: no feed here has QuestPDF 2026.7.2, Verify.Xunit 31.10.0; leave --named out, or add a feed that has them " +
            "(nuget.config, or --named --source FEED); the whole log is LOG\n",
            Explained(Log));
    }

    [Fact]
    public void ARestoreThatFailsOtherwiseNamesItsFirstError() =>
        Assert.Equal(
            "--named: the packages could not be restored (error NU1301: Unable to load the service index for source somewhere. ); " +
            "leave --named out, or see the log LOG\n",
            Explained("x.csproj : error NU1301: Unable to load the service index for source somewhere. [Briefing.sln]\n"));

    private static string Explained(string log)
    {
        using var folder = new TemporaryFolder();
        var path = folder.PathOf("restore.log");
        File.WriteAllText(path, log);
        var start = new ProcessStartInfo("bash", ["-euo", "pipefail", "-c", ". tools/named.sh && explain_restore \"$1\"", "bash", path])
        {
            WorkingDirectory = Repository.Root,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return told.Replace(path, "LOG", StringComparison.Ordinal);
    }
}
