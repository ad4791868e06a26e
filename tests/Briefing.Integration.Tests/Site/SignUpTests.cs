using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Integration.Tests.Site;

public sealed class SignUpTests : IAsyncLifetime
{
    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Fact]
    public async Task AnUnknownAddressIsPendingWithItsChoicesAndIsAskedByMail()
    {
        var page = await _site.Post("/subscribe", ("address", " Ana@Example.org "), ("name", "Ana Solé"), ("list", "morning"), ("topic", "nato"), ("topic", "uk-japan"));

        Assert.Equal((200, "Please check your mailbox"), (page.Status, page.Heading));
        var record = _site.Find("ana@example.org")!;
        Assert.Equal((SubscriberState.Pending, SubscriberReason.SignedUp), (record.State, record.Reason));
        Assert.Equal(("Ana@Example.org", "Ana Solé", false), (record.Subscriber!.Address.Given, record.Subscriber.Name, record.Subscriber.AttachPack));
        Assert.Equal(["nato", "uk-japan"], record.Subscriber.Topics.AsEnumerable());
        Assert.Equal(["""{"lists":["morning"]}"""], _site.Asked(record.Id).AsEnumerable());
        Assert.Equal(SubscriberActor.Subscriber, _site.Database.Read(session => SubscriberTrail.Of(session, record.Id)).Single().Actor);
    }

    [Fact]
    public async Task WhateverIsKnownOfAnAddressTheReplyIsTheSame()
    {
        var pages = new List<Page> { await _site.SignUp("unknown@example.org") };
        foreach (var state in Enum.GetValues<SubscriberState>())
        {
            _site.Reader($"{state}@example.org", state);
            pages.Add(await _site.SignUp($"{state}@example.org"));
        }

        Assert.Equal(6, pages.Count);
        Assert.Single(pages.Distinct());
    }

    [Theory]
    [InlineData(SubscriberState.Pending, SubscriberState.Pending, 1)]
    [InlineData(SubscriberState.Confirmed, SubscriberState.Confirmed, 0)]
    [InlineData(SubscriberState.Unsubscribed, SubscriberState.Pending, 1)]
    [InlineData(SubscriberState.Suppressed, SubscriberState.Suppressed, 0)]
    [InlineData(SubscriberState.Erased, SubscriberState.Pending, 1)]
    public async Task WhatIsDoneDependsOnTheState(SubscriberState before, SubscriberState after, int mails)
    {
        var reader = _site.Reader("ana@example.org", before);

        await _site.SignUp("ana@example.org", ("list", "evening"), ("pack", "yes"));

        var record = _site.Find(reader.Id);
        Assert.Equal(after, record.State);
        Assert.Equal(mails, _site.Asked(reader.Id).Length);
        // Anybody can sign an address up: the choices of one that stays as it is do not change.
        Assert.Equal(mails == 1 ? ["evening", "morning"] : ["morning"], record.Subscriber!.Lists.AsEnumerable());
        Assert.Equal(mails == 1, record.Subscriber.AttachPack);
    }

    [Fact]
    public async Task APendingOneStaysOnTheListThatItWasPutOn()
    {
        var reader = _site.Reader("ana@example.org", SubscriberState.Pending, lists: "ministers");

        await _site.SignUp("ana@example.org");

        Assert.Equal(["ministers", "morning"], _site.Find(reader.Id).Subscriber!.Lists.AsEnumerable());
    }

    [Fact]
    public async Task APendingOneIsAskedAgainButNotWithinTenMinutes()
    {
        await _site.SignUp("ana@example.org");
        var id = _site.Find("ana@example.org")!.Id;

        _site.Clock.Advance(Duration.FromMinutes(9));
        await _site.SignUp("ana@example.org");
        Assert.Single(_site.Asked(id));

        _site.Clock.Advance(Duration.FromMinutes(2));
        await _site.SignUp("ana@example.org");
        Assert.Equal(2, _site.Asked(id).Length);
    }

    [Fact]
    public async Task AnAddressIsAskedFiveTimesADayAtMostAndTheReplyDoesNotTell()
    {
        var pages = new List<Page>();
        for (var time = 0; time < 8; time++)
        {
            pages.Add(await _site.SignUp("ana@example.org"));
            _site.Clock.Advance(Duration.FromMinutes(11));
        }

        Assert.Single(pages.Distinct());
        Assert.Equal(5, _site.Asked(_site.Find("ana@example.org")!.Id).Length);
    }

    [Fact]
    public async Task AClientMaySignUpTwentyTimesInTenMinutes()
    {
        for (var time = 0; time < 20; time++)
            Assert.Equal(200, (await _site.SignUp($"reader{time}@example.org")).Status);

        var page = await _site.SignUp("one-more@example.org");
        Assert.Equal((429, "Too many sign-ups at once"), (page.Status, page.Heading));
        Assert.Contains("Retry-After: 600", page.Headers, StringComparison.Ordinal);
        Assert.Null(_site.Find("one-more@example.org"));

        _site.Clock.Advance(Duration.FromMinutes(11));
        Assert.Equal(200, (await _site.SignUp("one-more@example.org")).Status);
    }

    [Theory]
    [InlineData("", "Please write your email address.")]
    [InlineData("ana", "it has no @")]
    [InlineData("ana@", "what stands after @ is not a domain")]
    [InlineData("ana..x@example.org", "has two in a row")]
    [InlineData("\"><script>alert(1)</script>@example.org", "This is not an email address")]
    public async Task AFaultIsToldBesideItsFieldAndNothingIsDone(string address, string told)
    {
        var before = _site.Fingerprint();

        var page = await _site.SignUp(address, ("name", "<b>Ana"), ("topic", "nato"));

        Assert.Equal(400, page.Status);
        Assert.Contains("<title>Error: Sign up", page.Body, StringComparison.Ordinal);
        Assert.Matches("id=\"address-fault\">.*" + told, page.Body);
        Assert.Matches("id=\"address\"[^>]*autofocus[^>]*aria-invalid=\"true\" aria-describedby=\"address-fault\"", page.Body);
        Assert.Contains("name-fault", page.Body, StringComparison.Ordinal);
        Assert.Contains("value=\"&lt;b&gt;Ana\"", page.Body, StringComparison.Ordinal);
        Assert.Matches("value=\"nato\" checked", page.Body);
        Assert.DoesNotContain("<script", page.Body, StringComparison.Ordinal);
        Assert.Equal(before, _site.Fingerprint());
    }

    [Fact]
    public async Task WithoutAListNothingIsDone()
    {
        var page = await _site.Post("/subscribe", ("address", "ana@example.org"));

        Assert.Equal(400, page.Status);
        Assert.Contains("id=\"list-fault\"", page.Body, StringComparison.Ordinal);
        Assert.Null(_site.Find("ana@example.org"));
    }

    [Fact]
    public async Task NobodySignsUpForAListThatIsNotOpenNorForATopicThatIsNone()
    {
        await _site.SignUp("ana@example.org", ("list", "ministers"), ("list", "nowhere"), ("topic", "nowhere"));

        var subscriber = _site.Find("ana@example.org")!.Subscriber!;
        Assert.Equal(["morning"], subscriber.Lists.AsEnumerable());
        Assert.Empty(subscriber.Topics);
        Assert.DoesNotContain("ministers", (await _site.Get("/subscribe")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoFillsInWhatNobodySeesGetsTheSameReplyAndNoMail()
    {
        var person = await _site.SignUp("ana@example.org");
        var before = _site.Fingerprint();

        Assert.Equal(person, await _site.SignUp("bot@example.org", ("website", "https://example.org")));
        Assert.Equal(before, _site.Fingerprint());
    }

    [Fact]
    public async Task WithOneListOpenThereIsNoChoiceOfIt()
    {
        await using var site = await OpenSite.Start(settings => settings with { Lists = [OpenSite.Ministers, OpenSite.Morning] });

        Assert.DoesNotContain("<legend>Editions", (await site.Get("/subscribe")).Body, StringComparison.Ordinal);
        await site.Post("/subscribe", ("address", "ana@example.org"));

        Assert.Equal(["morning"], site.Find("ana@example.org")!.Subscriber!.Lists.AsEnumerable());
    }

    [Fact]
    public async Task WithNoListOpenNobodySignsUp()
    {
        await using var site = await OpenSite.Start(settings => settings with { Lists = [OpenSite.Ministers] });

        Assert.DoesNotContain("/subscribe", (await site.Get("/")).Body, StringComparison.Ordinal);
        Assert.Equal(404, (await site.Get("/subscribe")).Status);
        Assert.Equal(404, (await site.SignUp("ana@example.org")).Status);
        Assert.Null(site.Find("ana@example.org"));
        Assert.Contains("href=\"/subscribe\"", (await _site.Get("/")).Body, StringComparison.Ordinal);

        // Nor is anybody sent there by another page.
        var reader = site.Reader("ben@example.org", SubscriberState.Pending, lists: "ministers");
        var expired = await site.Get(site.PathOf(LinkPurpose.Confirm, reader.Id, site.Clock.GetCurrentInstant()));
        Assert.Contains("please write to those who send them", expired.Body, StringComparison.Ordinal);
        var unsubscribe = site.PathOf(LinkPurpose.Unsubscribe, reader.Id);
        await site.Post(unsubscribe);
        var asked = await site.Post(unsubscribe.Replace("/unsubscribe/", "/resubscribe/", StringComparison.Ordinal));
        Assert.Equal((200, "Please check your mailbox"), (asked.Status, asked.Heading));
        Assert.DoesNotContain("/subscribe\"", expired.Body + asked.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASignUpIsNeverAnsweredSoonerThanItMay()
    {
        await using var site = await OpenSite.Start(settings => settings with { SignUpTakes = TimeSpan.FromMilliseconds(700) });
        site.Reader("ana@example.org");

        var watch = System.Diagnostics.Stopwatch.StartNew();
        await site.SignUp("ana@example.org");

        Assert.InRange(watch.ElapsedMilliseconds, 690, 60_000);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();
}
