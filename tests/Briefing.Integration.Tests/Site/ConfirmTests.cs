using Briefing.Core.Subscribers;
using NodaTime;

namespace Briefing.Integration.Tests.Site;

public sealed class ConfirmTests : IAsyncLifetime
{
    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Fact]
    public async Task ItIsAskedByGetAndConfirmedByPost()
    {
        var reader = _site.Reader("ana@example.org", SubscriberState.Pending);
        var link = _site.PathOf(LinkPurpose.Confirm, reader.Id, _site.Clock.GetCurrentInstant() + Duration.FromDays(7));

        var asked = await _site.Get(link);
        Assert.Equal(200, asked.Status);
        Assert.Contains("a&#x2026;@example.org", asked.Body, StringComparison.Ordinal);
        // Whoever signed the address up wrote the name: it is seen before it is greeted.
        Assert.Contains("Ana Sol&#xE9;", asked.Body, StringComparison.Ordinal);
        Assert.Contains("Morning briefing", asked.Body, StringComparison.Ordinal);
        Assert.Contains("NATO burden shifting", asked.Body, StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, _site.Find(reader.Id).State);

        var done = await _site.Post(link);
        Assert.Equal((200, "Thank you, you are signed up"), (done.Status, done.Heading));
        Assert.Equal((SubscriberState.Confirmed, SubscriberReason.ConfirmedByMail), (_site.Find(reader.Id).State, _site.Find(reader.Id).Reason));

        // Pressed again, it says the same.
        Assert.Equal("Thank you, you are signed up", (await _site.Get(link)).Heading);
        Assert.Equal(200, (await _site.Post(link)).Status);
    }

    [Fact]
    public async Task AnAddressIsShownInTheScriptItWasWrittenIn()
    {
        var reader = _site.Reader("用户@bücher.example", SubscriberState.Pending);

        var page = System.Net.WebUtility.HtmlDecode((await _site.Get(_site.PathOf(LinkPurpose.Confirm, reader.Id))).Body);

        Assert.Contains("<b>用…@bücher.example</b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("xn--", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterSevenDaysItSaysWhatToDo()
    {
        var reader = _site.Reader("ana@example.org", SubscriberState.Pending);
        var link = _site.PathOf(LinkPurpose.Confirm, reader.Id, _site.Clock.GetCurrentInstant() + Duration.FromDays(7));
        _site.Clock.Advance(Duration.FromDays(7));

        foreach (var page in new[] { await _site.Get(link), await _site.Post(link) })
        {
            Assert.Equal((410, "This link is no longer good"), (page.Status, page.Heading));
            Assert.Contains("You can sign up once more", page.Body, StringComparison.Ordinal);
            Assert.Contains("href=\"/subscribe\"", page.Body, StringComparison.Ordinal);
        }

        Assert.Equal(SubscriberState.Pending, _site.Find(reader.Id).State);
    }

    [Theory]
    [InlineData(SubscriberState.Unsubscribed)]
    [InlineData(SubscriberState.Suppressed)]
    [InlineData(SubscriberState.Erased)]
    public async Task WhatHasStoppedIsNotConfirmedByAnOldMail(SubscriberState state)
    {
        var reader = _site.Reader("ana@example.org", state);

        Assert.Equal(409, (await _site.Post(_site.PathOf(LinkPurpose.Confirm, reader.Id))).Status);

        Assert.Equal(state, _site.Find(reader.Id).State);
    }

    [Fact]
    public async Task ATokenOfAnotherPurposeOrACutOneConfirmsNothing()
    {
        var reader = _site.Reader("ana@example.org", SubscriberState.Pending);
        var link = _site.PathOf(LinkPurpose.Confirm, reader.Id);
        var other = _site.PathOf(LinkPurpose.Unsubscribe, reader.Id).Replace("/unsubscribe/", "/confirm/", StringComparison.Ordinal);

        foreach (var path in new[] { other, link[..^1], link + "A", link.Replace($".{reader.Id}.", $".0{reader.Id}.", StringComparison.Ordinal), "/confirm/nonsense", _site.PathOf(LinkPurpose.Confirm, 4711) })
            Assert.Equal((404, "This link is not known"), ((await _site.Post(path)).Status, (await _site.Get(path)).Heading));

        Assert.Equal(SubscriberState.Pending, _site.Find(reader.Id).State);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();
}
