using System.Diagnostics;

namespace Briefing.Integration.Tests.Mail.Servers;

/// <summary>A command that is over soon.</summary>
internal static class Tool
{
    public static async Task RunAsync(string program, params string[] arguments)
    {
        // Its words are not read: what it starts may keep them open.
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1 </dev/null", program, .. arguments]) { UseShellExecute = false })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
