using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace Briefing.Worker.Printing.Chromium;

/// <summary>One page of a running Chromium, without scripts and without network, that prints what it is given.</summary>
internal sealed class ChromiumPage
{
    // What a template may well ask for and must not get; more than a handful helps nobody.
    private const int MaxRequestsKept = 20;

    private readonly DevToolsPipe _pipe;
    private readonly ConcurrentQueue<string> _requests = new();

    // Chromium would let us wait for the answer of a page that has died.
    private readonly TaskCompletionSource _crashed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string _session = "";
    private string _frame = "";

    private ChromiumPage(DevToolsPipe pipe) => _pipe = pipe;

    /// <summary>Whether the page's own process has died.</summary>
    public bool HasCrashed => _crashed.Task.IsCompleted;

    public static async Task<ChromiumPage> OpenAsync(DevToolsPipe pipe, CancellationToken cancellation)
    {
        var page = new ChromiumPage(pipe);
        pipe.OnEvent = page.Notice;
        var target = await pipe.CallAsync("Target.createTarget", session: null, json => json.WriteString("url", "about:blank"), cancellation);
        var id = target.GetProperty("targetId").GetString();
        var attached = await pipe.CallAsync("Target.attachToTarget", session: null, json =>
        {
            json.WriteString("targetId", id);
            json.WriteBoolean("flatten", value: true);
        }, cancellation);
        page._session = attached.GetProperty("sessionId").GetString() ?? "";
        await page.PrepareAsync(cancellation);
        return page;
    }

    /// <summary>What the page has asked for since last asked; none of it was fetched.</summary>
    public ImmutableArray<string> TakeRequests()
    {
        var taken = ImmutableArray.CreateBuilder<string>();
        while (_requests.TryDequeue(out var address))
            taken.Add(address);
        return taken.ToImmutable();
    }

    /// <summary>A tagged PDF with bookmarks, its page size and margins as the style sheet says.</summary>
    public async Task<byte[]> PrintAsync(string html, CancellationToken cancellation)
    {
        await CallAsync("Page.setDocumentContent", cancellation, json =>
        {
            json.WriteString("frameId", _frame);
            json.WriteString("html", html);
        });
        var printed = await CallAsync("Page.printToPDF", cancellation, json =>
        {
            json.WriteBoolean("preferCSSPageSize", value: true);
            json.WriteBoolean("printBackground", value: true);
            json.WriteBoolean("generateTaggedPDF", value: true);
            json.WriteBoolean("generateDocumentOutline", value: true);
        });
        return printed.GetProperty("data").GetBytesFromBase64();
    }

    private async Task PrepareAsync(CancellationToken cancellation)
    {
        await CallAsync("Emulation.setScriptExecutionDisabled", cancellation, json => json.WriteBoolean("value", value: true));
        await CallAsync("Inspector.enable", cancellation);
        await CallAsync("Fetch.enable", cancellation);
        await CallAsync("Network.enable", cancellation);
        await CallAsync("Network.emulateNetworkConditions", cancellation, json =>
        {
            json.WriteBoolean("offline", value: true);
            json.WriteNumber("latency", 0);
            json.WriteNumber("downloadThroughput", 0);
            json.WriteNumber("uploadThroughput", 0);
        });
        var tree = await CallAsync("Page.getFrameTree", cancellation);
        _frame = tree.GetProperty("frameTree").GetProperty("frame").GetProperty("id").GetString() ?? "";
    }

    private async Task<JsonElement> CallAsync(string method, CancellationToken cancellation, Action<Utf8JsonWriter>? parameters = null)
    {
        var answer = _pipe.CallAsync(method, _session, parameters, cancellation);
        await await Task.WhenAny(answer, _crashed.Task);
        return await answer;
    }

    private void Notice(string method, JsonElement told)
    {
        switch (method)
        {
            case "Network.requestWillBeSent":
                Keep(told.GetProperty("request").GetProperty("url").GetString());
                break;
            case "Fetch.requestPaused":
                Keep(told.GetProperty("request").GetProperty("url").GetString());
                var id = told.GetProperty("requestId").GetString();
                _pipe.Post("Fetch.failRequest", _session, json =>
                {
                    json.WriteString("requestId", id);
                    json.WriteString("errorReason", "BlockedByClient");
                });
                break;
            case "Inspector.targetCrashed" or "Target.targetCrashed":
                _crashed.TrySetException(new DevToolsException("The process that lays out the page died"));
                break;
        }
    }

    private void Keep(string? address)
    {
        if (address is null || address.StartsWith("data:", StringComparison.OrdinalIgnoreCase) || address == "about:blank")
            return;
        if (_requests.Count < MaxRequestsKept && !_requests.Contains(address, StringComparer.Ordinal))
            _requests.Enqueue(address);
    }
}
