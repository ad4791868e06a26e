using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Briefing.Worker.Printing.Chromium;

/// <summary>
/// The processes of one session, in the sense of setsid(2): a program started as its leader, and all it has started,
/// also where a parent has ended before its children.
/// </summary>
internal static class ProcessSession
{
    // A child may be started while its siblings are being ended; the second round finds it.
    private const int MostRounds = 50;

    /// <summary>Ends every process of the session, without asking.</summary>
    public static void Kill(int leader)
    {
        for (var round = 0; round < MostRounds && Members(leader) is { Count: > 0 } members; round++)
        {
            foreach (var member in members)
                Kill(member, leader);
            Thread.Sleep(round);
        }
    }

    /// <summary>The ids of the processes that run in the session; those that have ended and wait to be noticed are not among them.</summary>
    public static IReadOnlyList<int> Members(int leader)
    {
        var members = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && SessionOf(id) == leader)
                members.Add(id);
        }

        return members;
    }

    // proc(5), stat: "id (name) state parent group session …"; the name may hold anything, so the last parenthesis counts.
    private static int? SessionOf(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return fields[0] is "Z" or "X" ? null : int.Parse(fields[3], CultureInfo.InvariantCulture);
        }
        catch (Exception ended) when (ended is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Kill(int member, int leader)
    {
        try
        {
            using var process = Process.GetProcessById(member);
            // The id may be another process's by now.
            if (SessionOf(member) == leader)
                process.Kill();
        }
        catch (Exception ended) when (ended is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }
}
