using System.Runtime.CompilerServices;
using System.Text;

namespace Briefing.Tests.Shared;

/// <summary>
/// Golden files in Verify's conventions: Class.Method.verified.ext stands beside the test; a run that differs leaves
/// Class.Method.received.ext for a person to compare and, where it is right, to rename.
/// </summary>
internal static class Golden
{
#if NAMED_GOLDEN
    /// <summary>By Verify itself, over the very same files. It names them after the running test, and takes a file's last line end at its word.</summary>
    public static void Verify(string received, string extension = "txt", [CallerFilePath] string test = "", [CallerMemberName] string method = "")
    {
        var verified = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{method}.verified.{extension}");
        var lastLineEnd = File.Exists(verified) && File.ReadAllText(verified).EndsWith('\n') ? "\n" : "";
        var settings = new VerifyTests.VerifySettings();
        settings.DisableDiff();
        var task = VerifyXunit.Verifier.Verify(received.ReplaceLineEndings("\n").TrimEnd('\n') + lastLineEnd, extension, settings, sourceFile: test);
        task.ToTask().GetAwaiter().GetResult();
    }
#else
    public static void Verify(string received, string extension = "txt", [CallerFilePath] string test = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(test)!, $"{Path.GetFileNameWithoutExtension(test)}.{method}");
        var verifiedPath = $"{stem}.verified.{extension}";
        var receivedPath = $"{stem}.received.{extension}";
        received = received.ReplaceLineEndings("\n");
        var verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        if (string.Equals(verified?.TrimEnd('\n'), received.TrimEnd('\n'), StringComparison.Ordinal))
        {
            File.Delete(receivedPath);
            return;
        }

        File.WriteAllText(receivedPath, received, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        Assert.Fail(verified is null
            ? $"There is no {verifiedPath}. Read {receivedPath} and rename it where it is right."
            : $"The output differs from {verifiedPath}. {FirstDifference(verified, received)} Compare it with {receivedPath}.");
    }

    private static string FirstDifference(string verified, string received)
    {
        var expected = verified.Split('\n');
        var actual = received.Split('\n');
        var line = Enumerable.Range(0, Math.Max(expected.Length, actual.Length))
            .First(at => at >= expected.Length || at >= actual.Length || expected[at] != actual[at]);
        return $"Line {line + 1}: expected '{expected.ElementAtOrDefault(line)}', was '{actual.ElementAtOrDefault(line)}'.";
    }
#endif
}
