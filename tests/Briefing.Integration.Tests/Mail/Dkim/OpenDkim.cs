using System.Diagnostics;
using Briefing.Tests.Shared;
using Briefing.Worker.Mail.Dkim;

namespace Briefing.Integration.Tests.Mail.Dkim;

/// <summary>Debian's OpenDKIM as a verifier, with public keys from a file in the place of DNS.</summary>
internal static class OpenDkim
{
    private const string Program = "/usr/sbin/opendkim";

    /// <summary>Per message what OpenDKIM says of it.</summary>
    public static IReadOnlyList<string> Verdicts(DkimKey key, IReadOnlyList<byte[]> messages)
    {
        using var folder = new TemporaryFolder();
        var keys = folder.Write("keys", $"{key.Selector}._domainkey.{key.Domain} {key.DnsRecord}\n");
        var configuration = folder.Write("opendkim.conf", $"Mode v\nTestPublicKeys {keys}\n");
        var paths = messages.Select((message, at) =>
        {
            var path = folder.PathOf($"{at}.eml");
            File.WriteAllBytes(path, message);
            return path;
        }).ToList();

        // A command line has room for some hundred paths.
        return [.. paths.Chunk(100).SelectMany(some => Run(configuration, some))];
    }

    private static string[] Run(string configuration, string[] paths)
    {
        using var process = Process.Start(new ProcessStartInfo(Program, ["-x", configuration, "-t", string.Join(',', paths), "-v"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(1)));
        return [.. paths.Select(path => output.Split('\n').FirstOrDefault(line => line.Contains(path, StringComparison.Ordinal)) ?? $"nothing said of {path}: {output}")];
    }
}
