using System.Net;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;
using NodaTime;

namespace Briefing.Integration.Tests.Site;

public sealed class UnsubscribeTests : IAsyncLifetime
{
    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Fact]
    public async Task ItIsAskedByGetAndDoneByPostHoweverOften()
    {
        var reader = _site.Reader("ana@example.org");
        var link = _site.PathOf(LinkPurpose.Unsubscribe, reader.Id);

        Assert.Equal("Stop the mails?", (await _site.Get(link)).Heading);
        Assert.Equal(SubscriberState.Confirmed, _site.Find(reader.Id).State);

        Assert.Equal((200, "You are unsubscribed"), ((await _site.Post(link)).Status, (await _site.Get(link)).Heading));
        Assert.Equal((SubscriberState.Unsubscribed, SubscriberReason.OptedOut), (_site.Find(reader.Id).State, _site.Find(reader.Id).Reason));
        var before = _site.Fingerprint();
        Assert.Equal((200, "You are unsubscribed"), ((await _site.Post(link)).Status, (await _site.Post(link)).Heading));
        Assert.Equal(before, _site.Fingerprint());
    }

    // RFC 8058, 3.1 and 3.2: either encoding, no cookies, no further question.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OneClickIsEnough(bool multipart)
    {
        var reader = _site.Reader("ana@example.org");
        using HttpContent body = multipart
            ? new MultipartFormDataContent { { new StringContent("One-Click"), "List-Unsubscribe" } }
            : new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);

        using var response = await _site.Client.PostAsync(new Uri(_site.PathOf(LinkPurpose.Unsubscribe, reader.Id), UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(SubscriberState.Unsubscribed, _site.Find(reader.Id).State);
    }

    [Fact]
    public async Task TenThousandLinksFollowedByProgramsChangeNothing()
    {
        var reader = _site.Reader("ana@example.org");
        var pending = _site.Reader("ben@example.org", SubscriberState.Pending);
        string[] links =
        [
            _site.PathOf(LinkPurpose.Unsubscribe, reader.Id), _site.PathOf(LinkPurpose.Unsubscribe, pending.Id), _site.PathOf(LinkPurpose.Confirm, pending.Id),
            _site.PathOf(LinkPurpose.Preferences, reader.Id), _site.PathOf(LinkPurpose.Unsubscribe, reader.Id) + "?utm_source=mail",
        ];
        var before = _site.Fingerprint();
        var answered = 0;

        await Parallel.ForEachAsync(Enumerable.Range(0, 10_000), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, cancellation) =>
        {
            using var request = new HttpRequestMessage(number % 2 == 0 ? HttpMethod.Get : HttpMethod.Head, links[number / 2 % links.Length]);
            using var response = await _site.Client.SendAsync(request, cancellation);
            if (response.StatusCode == HttpStatusCode.OK && (await response.Content.ReadAsByteArrayAsync(cancellation)).Length > 0 == (request.Method == HttpMethod.Get))
                Interlocked.Increment(ref answered);
        });

        Assert.Equal(10_000, answered);
        Assert.Equal(before, _site.Fingerprint());
        Assert.Equal((SubscriberState.Confirmed, SubscriberState.Pending), (_site.Find(reader.Id).State, _site.Find(pending.Id).State));
    }

    [Theory]
    [InlineData(SubscriberState.Suppressed)]
    [InlineData(SubscriberState.Erased)]
    public async Task WhoIsGoneAlreadyIsToldTheSame(SubscriberState state)
    {
        var reader = _site.Reader("ana@example.org", state);

        var page = await _site.Post(_site.PathOf(LinkPurpose.Unsubscribe, reader.Id));

        Assert.Equal((200, "You are unsubscribed"), (page.Status, page.Heading));
        Assert.DoesNotContain("/resubscribe/", page.Body, StringComparison.Ordinal);
        Assert.Equal(state, _site.Find(reader.Id).State);
    }

    [Fact]
    public async Task ThereIsAWayBackWhichAsksByMail()
    {
        var reader = _site.Reader("ana@example.org");
        var link = _site.PathOf(LinkPurpose.Unsubscribe, reader.Id);
        var back = BackOf(reader.Id);
        Assert.Contains($"action=\"{back}\"", (await _site.Post(link)).Body, StringComparison.Ordinal);

        Assert.Equal("Please check your mailbox", (await _site.Post(back)).Heading);
        Assert.Equal("Please check your mailbox", (await _site.Post(back)).Heading);

        Assert.Equal(SubscriberState.Pending, _site.Find(reader.Id).State);
        Assert.Equal(["nato"], _site.Find(reader.Id).Subscriber!.Topics.AsEnumerable());
        Assert.Single(_site.Asked(reader.Id));
        Assert.Equal(405, (await _site.Get(back)).Status);
    }

    [Theory]
    [InlineData(SubscriberState.Unsubscribed)]
    [InlineData(SubscriberState.Suppressed)]
    [InlineData(SubscriberState.Erased)]
    public async Task WhomSomebodyElseHasTakenOffHasNoWayBackByAnOldLink(SubscriberState state)
    {
        var reader = _site.Reader("ana@example.org", state, leftBy: SubscriberActor.Operator);

        var page = await _site.Post(BackOf(reader.Id));

        Assert.Equal((409, "This address gets no editions"), (page.Status, page.Heading));
        Assert.Equal(state, _site.Find(reader.Id).State);
        Assert.Empty(_site.Asked(reader.Id));
    }

    [Fact]
    public async Task WhoIsBackAlreadyIsToldSo()
    {
        var reader = _site.Reader("ana@example.org");

        var page = await _site.Post(BackOf(reader.Id));

        Assert.Equal((409, "This address gets the editions"), (page.Status, page.Heading));
        Assert.DoesNotContain("href=\"/subscribe\"", page.Body, StringComparison.Ordinal);
        Assert.Empty(_site.Asked(reader.Id));
    }

    [Fact]
    public async Task WhoseWayBackWasLostIsAskedAgainFiveTimesADayAtMostAndTheReplyDoesNotTell()
    {
        var reader = _site.Reader("ana@example.org", SubscriberState.Unsubscribed);
        var pages = new List<Page>();
        for (var time = 0; time < 8; time++)
        {
            pages.Add(await _site.Post(BackOf(reader.Id)));
            _site.Clock.Advance(Duration.FromMinutes(11));
        }

        Assert.Equal((200, "Please check your mailbox"), (Assert.Single(pages.Distinct()).Status, pages[0].Heading));
        Assert.Equal(5, _site.Asked(reader.Id).Length);
    }

    [Fact]
    public async Task AfterANewKeyOldMailsAndNewOnesWorkWithoutARestart()
    {
        var (one, two) = (_site.Reader("ana@example.org"), _site.Reader("ben@example.org"));
        var old = _site.PathOf(LinkPurpose.Unsubscribe, one.Id);
        LinkKeyFile.Rotate(_site.Database);
        var fresh = "/unsubscribe/" + LinkKeyFile.Open(_site.Database).Write(new LinkToken(LinkPurpose.Unsubscribe, two.Id, null));

        Assert.Equal((200, 200), ((await _site.Post(fresh)).Status, (await _site.Post(old)).Status));

        Assert.Equal((SubscriberState.Unsubscribed, SubscriberState.Unsubscribed), (_site.Find(one.Id).State, _site.Find(two.Id).State));
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();

    private string BackOf(long reader) => _site.PathOf(LinkPurpose.Unsubscribe, reader).Replace("/unsubscribe/", "/resubscribe/", StringComparison.Ordinal);
}
