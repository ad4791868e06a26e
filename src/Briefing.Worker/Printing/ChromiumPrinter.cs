using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Briefing.Worker.Printing.Chromium;
using Briefing.Worker.Printing.Pdf;

namespace Briefing.Worker.Printing;

/// <summary>
/// Prints packs with a headless Chromium that is started for the first one and kept for the next. Twice each: once to learn
/// on which pages things fell, once with the contents' numbers in place.
/// </summary>
/// <param name="program">Chromium's path; see <see cref="ChromiumProgram.Find()"/>.</param>
/// <param name="limit">The longest that one pack may take, Chromium's start included. A pack of 300 stories takes some seconds.</param>
public sealed class ChromiumPrinter(string program, TimeSpan limit) : IPdfPrinter
{
    public static readonly TimeSpan DefaultLimit = TimeSpan.FromMinutes(1);

    // The numbers' own width could move a line to another page; the next pass then shows where it went.
    private const int MaxPasses = 4;

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private ChromiumProcess? _process;
    private ChromiumPage? _page;

    /// <summary>The leader of the session that all processes of the running Chromium belong to; null when none runs.</summary>
    internal int? ProcessId => _process?.Id;

    public async Task<PrintedPack> PrintAsync(PackToPrint pack, CancellationToken cancellation)
    {
        await _oneAtATime.WaitAsync(cancellation);
        using var bounded = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        bounded.CancelAfter(limit);
        try
        {
            return await PrintPassesAsync(pack, bounded.Token);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            Stop(kill: true);
            throw new PrintingFailedException($"Chromium did not print the pack within {limit.TotalSeconds:0.#} seconds and was stopped.", late);
        }
        catch (DevToolsException fault)
        {
            var complaint = _process?.Complaint;
            Stop(kill: true);
            throw new PrintingFailedException($"{fault.Message}; {complaint}.", fault);
        }
        catch (InvalidDataException fault)
        {
            throw new PrintingFailedException($"What Chromium printed could not be read: {fault.Message}", fault);
        }
        catch
        {
            Stop(kill: true);
            throw;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        Stop(kill: false);
        _oneAtATime.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<PrintedPack> PrintPassesAsync(PackToPrint pack, CancellationToken cancellation)
    {
        var page = await PageAsync(cancellation);
        var asked = ContentsPages.AskedFor(pack.Html);
        Dictionary<string, int>? pages = null;
        for (var pass = 0; pass < MaxPasses; pass++)
        {
            var printed = PdfFile.Parse(await page.PrintAsync(ContentsPages.Fill(pack.Html, pages), cancellation));
            var found = PdfDestinations.Of(printed);
            if (asked.IsEmpty || (pages is not null && asked.All(id => pages.GetValueOrDefault(id) == found.GetValueOrDefault(id))))
                return WithFaults(PackFinish.Finish(printed, pack.Edition), asked.Where(id => !found.ContainsKey(id)), page.TakeRequests());
            pages = found;
        }

        throw new PrintingFailedException($"The pack's page numbers did not settle in {MaxPasses} passes: give them a fixed width.");
    }

    private async Task<ChromiumPage> PageAsync(CancellationToken cancellation)
    {
        if (_process is { } running && (running.Pipe.Ended.IsCompleted || _page is null or { HasCrashed: true }))
            Stop(kill: true);
        _process ??= ChromiumProcess.Start(program);
        return _page ??= await ChromiumPage.OpenAsync(_process.Pipe, cancellation);
    }

    private static PrintedPack WithFaults(PrintedPack pack, IEnumerable<string> lost, ImmutableArray<string> requests) => pack with
    {
        Faults =
        [
            .. pack.Faults,
            .. lost.Select(id => $"pack.html asks for the page of #{id}, which nothing in it links to or which is not there"),
            .. requests.Select(address => $"pack.html asked for {address}, which was not fetched: a pack carries all it shows"),
        ],
    };

    private void Stop(bool kill)
    {
        if (kill)
            _process?.Kill();
        _process?.Dispose();
        _process = null;
        _page = null;
    }
}

/// <summary>
/// Puts page numbers where pack.html asks for them: into every empty element with <c>data-page-of="ID"</c>. Chromium has no
/// <c>target-counter()</c>, so a pack is printed once to learn where things fell and once with the numbers in place.
/// </summary>
internal static class ContentsPages
{
    private const string Mark = "data-page-of=\"";

    /// <summary>Stands for a number not yet known. Three digits, as wide as any number of the first thousand pages.</summary>
    private const string Unknown = "000";

    /// <summary>The ids asked for, in order, each once.</summary>
    public static ImmutableArray<string> AskedFor(string html) =>
        [.. Places(html).Select(place => place.Id).Distinct(StringComparer.Ordinal)];

    /// <param name="pages">Pages by id, from 1; null before they are known. An id without a page stays empty.</param>
    public static string Fill(string html, IReadOnlyDictionary<string, int>? pages)
    {
        var filled = new StringBuilder(html.Length + 1024);
        var done = 0;
        foreach (var (id, at) in Places(html))
        {
            filled.Append(html, done, at - done);
            if (pages is null)
                filled.Append(Unknown);
            else if (pages.TryGetValue(id, out var page))
                filled.Append(page.ToString(CultureInfo.InvariantCulture));
            done = at;
        }

        return filled.Append(html, done, html.Length - done).ToString();
    }

    // Text of articles cannot look like this: its quotation marks and angle brackets are encoded.
    private static IEnumerable<(string Id, int At)> Places(string html)
    {
        for (var from = 0; (from = html.IndexOf(Mark, from, StringComparison.Ordinal)) >= 0;)
        {
            from += Mark.Length;
            var idEnd = html.IndexOf('"', from);
            var tagEnd = idEnd < 0 ? -1 : html.IndexOf('>', idEnd);
            if (tagEnd < 0)
                yield break;
            if (html.AsSpan(tagEnd + 1).StartsWith("</", StringComparison.Ordinal))
                yield return (html[from..idEnd], tagEnd + 1);
            from = tagEnd;
        }
    }
}
