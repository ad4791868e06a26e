using System.Globalization;

namespace Briefing.Benchmarks.Printing;

/// <summary>
/// CPU time of this process and of everything it starts, whatever becomes of parents and children: a control group of its
/// own. Needs root and a mounted cgroup hierarchy, of either version.
/// </summary>
internal sealed class CpuMeter : IDisposable
{
    private readonly string _root;
    private readonly string _group;
    private readonly Func<string, TimeSpan> _read;

    private CpuMeter(string root, Func<string, TimeSpan> read)
    {
        (_root, _read) = (root, read);
        _group = Path.Combine(root, $"briefing-bench-{Environment.ProcessId}");
        Directory.CreateDirectory(_group);
        Enter(_group);
    }

    /// <exception cref="InvalidOperationException">There is no hierarchy to count with.</exception>
    public static CpuMeter Start()
    {
        (string Root, Func<string, TimeSpan> Read)[] hierarchies = [("/sys/fs/cgroup", Version2), ("/sys/fs/cgroup/unified", Version2), ("/sys/fs/cgroup/cpuacct", Version1)];
        foreach (var (root, read) in hierarchies)
        {
            if (File.Exists(Path.Combine(root, "cgroup.procs")) && TryStart(root, read) is { } meter)
                return meter;
        }

        throw new InvalidOperationException("CPU time of whole process trees is counted in a control group: that needs root and a mounted cgroup hierarchy.");
    }

    public TimeSpan Total => _read(_group);

    public void Dispose()
    {
        Enter(_root);
        Directory.Delete(_group);
    }

    private static CpuMeter? TryStart(string root, Func<string, TimeSpan> read)
    {
        try
        {
            var meter = new CpuMeter(root, read);
            _ = meter.Total;
            return meter;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Enter(string group) =>
        File.WriteAllText(Path.Combine(group, "cgroup.procs"), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    // "usage_usec 123" is the first line.
    private static TimeSpan Version2(string group) =>
        TimeSpan.FromMicroseconds(long.Parse(File.ReadLines(Path.Combine(group, "cpu.stat")).First().Split(' ')[1], CultureInfo.InvariantCulture));

    // Nanoseconds.
    private static TimeSpan Version1(string group) =>
        TimeSpan.FromMicroseconds(long.Parse(File.ReadAllText(Path.Combine(group, "cpuacct.usage")), CultureInfo.InvariantCulture) / 1000.0);
}
