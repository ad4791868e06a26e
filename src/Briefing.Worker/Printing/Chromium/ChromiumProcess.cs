using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Briefing.Worker.Printing.Chromium;

/// <summary>
/// One running Chromium with a fresh profile, offline, that takes DevTools messages over a pipe. It ends with its pipe, so
/// that none is left where we are ended ourselves.
/// </summary>
internal sealed class ChromiumProcess : IDisposable
{
    private const int KeptComplaint = 2_000;

    private const int MaxAttempts = 20;

    private static readonly TimeSpan PoliteEnd = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromMilliseconds(50);

    // What a desktop's browser does unasked (updates, reports, extensions, guesses) costs time and the network.
    private static readonly ImmutableArray<string> Options =
    [
        "--headless",
        "--remote-debugging-pipe",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--proxy-server=0.0.0.0:1",
        "--no-startup-window",
        "--no-first-run",
        "--no-default-browser-check",
        "--no-pings",
        "--mute-audio",
        "--password-store=basic",
        "--disable-background-networking",
        "--disable-breakpad",
        "--disable-crash-reporter",
        "--disable-component-extensions-with-background-pages",
        "--disable-component-update",
        "--disable-default-apps",
        "--disable-dev-shm-usage",
        "--disable-domain-reliability",
        "--disable-extensions",
        "--disable-gpu",
        "--disable-gpu-compositing",
        "--disable-software-rasterizer",
        "--disable-sync",
        "--in-process-gpu",
        "--js-flags=--jitless",
        "--metrics-recording-only",
        "--renderer-process-limit=1",
        "--disable-features=MediaRouter,OptimizationHints,SpareRendererForSitePerProcess,Translate",
    ];

    private readonly Process _process;
    private readonly string _profile;
    private readonly StringBuilder _complaint = new();

    private ChromiumProcess(Process process, string profile)
    {
        _process = process;
        _profile = profile;
        Pipe = new DevToolsPipe(process.StandardOutput.BaseStream, process.StandardInput.BaseStream);
        process.ErrorDataReceived += (_, line) => KeepComplaint(line.Data);
        process.BeginErrorReadLine();
    }

    public DevToolsPipe Pipe { get; }

    public int Id => _process.Id;

    /// <summary>Why it ended, as far as it told; for the message of a failure.</summary>
    public string Complaint
    {
        get
        {
            var ended = _process.HasExited ? $"it ended with code {_process.ExitCode}" : "it has not ended";
            lock (_complaint)
                return _complaint.Length == 0 ? ended : $"{ended} and said: {_complaint.ToString().Trim()}";
        }
    }

    /// <exception cref="PrintingFailedException">It could not be started.</exception>
    public static ChromiumProcess Start(string program)
    {
        var profile = Directory.CreateTempSubdirectory("briefing-chromium-").FullName;
        try
        {
            var process = Process.Start(StartInfo(program, profile)) ?? throw new InvalidOperationException("No process was started.");
            return new ChromiumProcess(process, profile);
        }
        catch (Exception fault) when (fault is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            Directory.Delete(profile, recursive: true);
            throw new PrintingFailedException($"Chromium ({program}) could not be started: {fault.Message}", fault);
        }
    }

    /// <summary>Ends it and all it has started, and removes its profile.</summary>
    public void Dispose()
    {
        Pipe.Dispose();
        try
        {
            // Without its pipe it ends by itself, and then leaves nothing half written.
            if (!_process.WaitForExit(PoliteEnd))
                Kill();
            ProcessSession.Kill(_process.Id);
        }
        finally
        {
            _process.Dispose();
            RemoveProfile();
        }
    }

    /// <summary>Ends it and all it has started, at once.</summary>
    public void Kill() => ProcessSession.Kill(_process.Id);

    // DevTools messages come in on file descriptor 3 and go out on 4. The framework redirects only 0, 1 and 2, so a shell
    // moves them. setsid makes Chromium the leader of a session of its own: what it starts can be found and ended, and a
    // terminal's Ctrl-C reaches us, not it.
    private static ProcessStartInfo StartInfo(string program, string profile)
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = profile,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("exec setsid \"$@\" 3<&0 4>&1 </dev/null >/dev/null");
        start.ArgumentList.Add("briefing-chromium");
        start.ArgumentList.Add(program);
        foreach (var option in Options)
            start.ArgumentList.Add(option);
        // Chromium refuses to run as root inside its own sandbox.
        if (Environment.IsPrivilegedProcess)
            start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add($"--user-data-dir={profile}");
        SetEnvironment(start, profile);
        return start;
    }

    // Nothing of the user's surroundings reaches the page: not the locale, not the time zone, no proxy, no display.
    private static void SetEnvironment(ProcessStartInfo start, string profile)
    {
        var kept = start.Environment.Where(pair => pair.Key is "PATH" || pair.Key.StartsWith("FONTCONFIG_", StringComparison.Ordinal)).ToList();
        start.Environment.Clear();
        foreach (var (name, value) in kept)
            start.Environment[name] = value;
        start.Environment["HOME"] = profile;
        start.Environment["TMPDIR"] = profile;
        start.Environment["LANG"] = "C.UTF-8";
        start.Environment["TZ"] = "UTC";
    }

    private void KeepComplaint(string? line)
    {
        lock (_complaint)
        {
            if (line is { Length: > 0 } && _complaint.Length < KeptComplaint)
                _complaint.AppendLine(line);
        }
    }

    // The last threads of what was ended may still be writing: an ended process's first thread is not always its last.
    private void RemoveProfile()
    {
        for (var attempt = 0; attempt < MaxAttempts && Directory.Exists(_profile); attempt++)
        {
            try
            {
                Directory.Delete(_profile, recursive: true);
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(BetweenAttempts);
            }
        }
    }
}

/// <summary>
/// The processes of one session, in the sense of setsid(2): a program started as its leader, and all it has started,
/// also where a parent has ended before its children.
/// </summary>
internal static class ProcessSession
{
    // A child may be started while its siblings are being ended; the second round finds it.
    private const int MaxRounds = 50;

    /// <summary>Ends every process of the session, without asking.</summary>
    public static void Kill(int leader)
    {
        for (var round = 0; round < MaxRounds && Members(leader) is { Count: > 0 } members; round++)
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
