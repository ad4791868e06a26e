using System.Net;
using System.Text;
using Briefing.Archive;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Briefing.Integration.Tests.Site;

public sealed class SiteSecurityTests : IAsyncLifetime
{
    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Fact]
    public async Task EveryAnswerHasTheHeaders()
    {
        var reader = _site.Reader("ana@example.org");
        string[] paths =
        [
            "/", "/subscribe", "/nowhere", "/unsubscribe/nonsense", "/robots.txt", "/healthz",
            _site.PathOf(LinkPurpose.Unsubscribe, reader.Id), _site.PathOf(LinkPurpose.Preferences, reader.Id), _site.PathOf(LinkPurpose.Confirm, reader.Id),
        ];
        foreach (var path in paths)
        {
            var page = await _site.Get(path);
            Assert.Contains(
                "Content-Security-Policy: default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
                page.Headers,
                StringComparison.Ordinal);
            Assert.Contains("Referrer-Policy: no-referrer", page.Headers, StringComparison.Ordinal);
            Assert.Contains("X-Content-Type-Options: nosniff", page.Headers, StringComparison.Ordinal);
            Assert.Contains("Cache-Control: no-store", page.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("Set-Cookie", page.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("Server:", page.Headers, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhatARequestSaysOfItsHostChangesNoPage()
    {
        var reader = _site.Reader("ana@example.org");
        foreach (var path in new[] { "/", "/subscribe", _site.PathOf(LinkPurpose.Preferences, reader.Id), "/nowhere" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Host = "evil.example";
            request.Headers.Add("X-Forwarded-Host", "evil.example");
            request.Headers.Add("X-Forwarded-Proto", "gopher");
            request.Headers.Add("X-Forwarded-Prefix", "/evil");
            using var response = await _site.Client.SendAsync(request);

            Assert.Equal(await _site.Get(path), await Page.Of(response));
        }
    }

    [Fact]
    public async Task AnAddressWithAPathIsInEveryLinkAndAnsweredWithAndWithoutIt()
    {
        await using var site = await OpenSite.Start(settings => settings with { Address = new Uri("https://example.org/briefing/") });

        var page = await site.Get("/subscribe");

        Assert.Contains("action=\"/briefing/subscribe\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"/briefing/site.css?v=", page.Body, StringComparison.Ordinal);
        Assert.Equal(page.Body, (await site.Get("/briefing/subscribe")).Body);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AHugeBodyIsRefused(bool isItsLengthKnown)
    {
        var before = _site.Fingerprint();
        using var content = new StringContent("address=ana%40example.org&list=morning&name=" + new string('a', 64 * 1024), Encoding.ASCII, "application/x-www-form-urlencoded");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/subscribe") { Content = content };
        request.Headers.TransferEncodingChunked = !isItsLengthKnown;

        using var response = await _site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal(before, _site.Fingerprint());
    }

    [Theory]
    [InlineData("text/plain", "address=ana@example.org", 415)]
    [InlineData("multipart/form-data; boundary=x", "no boundary here", 400)]
    [InlineData("application/x-www-form-urlencoded", "%%%&&&===", 400)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", "address=ana@example.org&list=morning", 400)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"address\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\nana@example.org\r\n--x--\r\n", 400)]
    public async Task WhatIsNoFormIsRefused(string mediaType, string body, int status)
    {
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);

        using var response = await _site.Client.PostAsync(new Uri("/subscribe", UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
        // What a stranger sends is no fault of ours.
        Assert.DoesNotContain(_site.Log.Lines, line => line.Contains("Error", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("PUT", "/subscribe", "GET, HEAD, POST")]
    [InlineData("DELETE", "/unsubscribe/nonsense", "GET, HEAD, POST")]
    [InlineData("POST", "/healthz", "GET, HEAD")]
    public async Task AnotherMethodIsNotAllowed(string method, string path, string allowed)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var response = await _site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(allowed, string.Join(", ", response.Content.Headers.Allow.Order(StringComparer.Ordinal)));
        Assert.Contains("<h1>", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoAddressAndNoTokenIsLogged()
    {
        var reader = _site.Reader("ana@example.org", SubscriberState.Pending);
        var confirm = _site.PathOf(LinkPurpose.Confirm, reader.Id);
        await _site.Post(confirm);
        await _site.SignUp("ben@example.org");
        await _site.Get("/unsubscribe/nonsense?mail=ana@example.org");
        File.Delete(_site.Database.Location);
        Assert.Equal(503, (await _site.Post(confirm)).Status);

        var log = string.Join('\n', _site.Log.Lines);
        Assert.Contains("POST /confirm/{token} 200", log, StringComparison.Ordinal);
        Assert.Contains("POST /confirm/{token} failed", log, StringComparison.Ordinal);
        Assert.DoesNotContain("@example.org", log, StringComparison.Ordinal);
        Assert.DoesNotContain(confirm[9..], log, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoHasGoneAwayLeavesALineAndNoFault()
    {
        var context = new DefaultHttpContext { RequestAborted = new CancellationToken(canceled: true) };
        context.Request.Method = HttpMethods.Get;
        using var loggers = new LoggerFactory([_site.Log]);

        await new SiteFaults(_site.Settings, loggers).Handle(context, gone => throw new OperationCanceledException(gone.RequestAborted));

        Assert.Equal("site Information GET (none) 499", string.Join(' ', Assert.Single(_site.Log.Lines).Split(' ')[..5]));
    }

    [Fact]
    public async Task WithoutTheFileOfKeysTheKnownLinksAreGoodAndNoOtherFileIsMade()
    {
        var reader = _site.Reader("ana@example.org");
        var file = LinkKeyFile.FileOf(_site.Database);
        File.Delete(file);

        Assert.Equal(404, (await _site.Get("/unsubscribe/nonsense")).Status);
        Assert.Equal(200, (await _site.Get(_site.PathOf(LinkPurpose.Unsubscribe, reader.Id))).Status);
        Assert.False(File.Exists(file));
    }

    [Theory]
    [InlineData("/", "Daily Briefing")]
    [InlineData("/subscribe", "Sign up – Daily Briefing")]
    public async Task EveryPageHasATitleOfItsOwn(string path, string title) =>
        Assert.Contains($"<title>{title}</title>", WebUtility.HtmlDecode((await _site.Get(path)).Body), StringComparison.Ordinal);

    [Fact]
    public async Task ItIsWellAsLongAsTheDatabaseAnswers()
    {
        Assert.Equal((200, "ok\n"), ((await _site.Get("/healthz")).Status, (await _site.Get("/healthz")).Body));

        File.WriteAllText(_site.Database.Location, "no database at all, and rather long for a header of one: " + new string('x', 200));

        Assert.Equal(503, (await _site.Get("/healthz")).Status);
        Assert.DoesNotContain("no database", (await _site.Get("/healthz")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsForSearchEngines() => Assert.Equal("User-agent: *\nDisallow: /\n", (await _site.Get("/robots.txt")).Body);

    // The limit is per client: who a client is may be told by our own proxy only.
    [Theory]
    [InlineData(null, 429)]
    [InlineData("192.0.2.7", 429)]
    [InlineData("127.0.0.1", 200)]
    public async Task OnlyATrustedProxySaysWhoTheClientIs(string? trusted, int status)
    {
        await using var site = await OpenSite.Start(settings => settings with { TrustedProxies = trusted is null ? [] : [IPAddress.Parse(trusted)] });
        Page? last = null;
        for (var client = 1; client <= 21; client++)
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("address", $"r{client}@example.org"), KeyValuePair.Create("list", "morning")]);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/subscribe") { Content = content };
            request.Headers.Add("X-Forwarded-For", $"198.51.100.200, 203.0.113.{client}");
            using var response = await site.Client.SendAsync(request);
            last = await Page.Of(response);
        }

        Assert.Equal(status, last!.Status);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();
}
