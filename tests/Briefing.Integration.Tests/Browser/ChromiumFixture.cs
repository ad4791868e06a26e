using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Briefing.Integration.Tests.Browser;

/// <summary>One headless Chromium for all tests that look at pages. Debian's, which the build installs.</summary>
public sealed class ChromiumFixture : IAsyncLifetime
{
    private const string Executable = "/usr/bin/chromium-headless-shell";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Executable, Args = ["--no-sandbox"] });
    }

    /// <summary>Opens a page as a reader would see it.</summary>
    public async Task<OpenPage> Open(string html, ColorScheme scheme, int width, bool scripts = true)
    {
        var open = await Blank(scheme, width, scripts);
        await open.Page.SetContentAsync(html, new() { WaitUntil = WaitUntilState.Load });
        return open;
    }

    /// <summary>A window with nothing in it yet.</summary>
    public async Task<OpenPage> Blank(ColorScheme scheme, int width, bool scripts = true)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            ColorScheme = scheme,
            ViewportSize = new() { Width = width, Height = 900 },
            JavaScriptEnabled = scripts,
        });
        var page = await context.NewPageAsync();
        // The browser's events come on threads of their own, also while a test looks.
        var requests = new ConcurrentQueue<string>();
        page.Request += (_, request) => requests.Enqueue(request.Url);
        var complaints = new ConcurrentQueue<string>();
        page.Console += (_, message) => complaints.Enqueue(message.Text);
        return new OpenPage(context, page, requests, complaints);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <param name="Requests">Addresses that the page asked for. An edition's page asks for nothing.</param>
/// <param name="Complaints">What the browser wrote to its console: what a policy blocked, for instance.</param>
public sealed record OpenPage(IBrowserContext Context, IPage Page, IReadOnlyCollection<string> Requests, IReadOnlyCollection<string> Complaints) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class ChromiumTests : ICollectionFixture<ChromiumFixture>
{
    public const string Name = "Chromium";
}
