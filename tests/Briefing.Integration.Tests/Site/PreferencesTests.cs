using Briefing.Core.Subscribers;

namespace Briefing.Integration.Tests.Site;

public sealed class PreferencesTests : IAsyncLifetime
{
    private OpenSite _site = null!;

    public async Task InitializeAsync() => _site = await OpenSite.Start();

    [Fact]
    public async Task ChoicesAreShownAndChanged()
    {
        var reader = _site.Reader("ana@example.org");
        var link = _site.PathOf(LinkPurpose.Preferences, reader.Id);
        var shown = await _site.Get(link);
        Assert.Matches("value=\"morning\" checked", shown.Body);
        Assert.Matches("value=\"nato\" checked", shown.Body);
        Assert.DoesNotMatch("value=\"(evening|uk-japan|yes)\" checked", shown.Body);
        Assert.Contains("value=\"Ana Sol&#xE9;\"", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("ana@example.org", shown.Body, StringComparison.Ordinal);

        var saved = await _site.Post(link, ("name", ""), ("list", "evening"), ("topic", "uk-japan"), ("pack", "yes"));

        Assert.Equal(200, saved.Status);
        Assert.Contains("Your choices are saved", saved.Body, StringComparison.Ordinal);
        var subscriber = _site.Find(reader.Id).Subscriber!;
        Assert.Equal((null, true), (subscriber.Name, subscriber.AttachPack));
        Assert.Equal(["evening"], subscriber.Lists.AsEnumerable());
        Assert.Equal(["uk-japan"], subscriber.Topics.AsEnumerable());
    }

    [Fact]
    public async Task AListThatIsNotOpenCanBeLeftAndNotJoined()
    {
        var reader = _site.Reader("ana@example.org", lists: ["ministers", "morning"]);
        var link = _site.PathOf(LinkPurpose.Preferences, reader.Id);
        Assert.Contains("Briefing for ministers", (await _site.Get(link)).Body, StringComparison.Ordinal);

        await _site.Post(link, ("list", "morning"));
        await _site.Post(link, ("list", "morning"), ("list", "ministers"));

        Assert.Equal(["morning"], _site.Find(reader.Id).Subscriber!.Lists.AsEnumerable());
        Assert.DoesNotContain("Briefing for ministers", (await _site.Get(link)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultsAreToldAndNothingIsChanged()
    {
        var reader = _site.Reader("ana@example.org");
        var before = _site.Fingerprint();

        var page = await _site.Post(_site.PathOf(LinkPurpose.Preferences, reader.Id), ("name", "Ana <Solé>"));

        Assert.Equal(400, page.Status);
        Assert.Contains("id=\"name-fault\"", page.Body, StringComparison.Ordinal);
        Assert.Contains("id=\"list-fault\"", page.Body, StringComparison.Ordinal);
        Assert.Equal(before, _site.Fingerprint());
    }

    [Theory]
    [InlineData(SubscriberState.Pending)]
    [InlineData(SubscriberState.Unsubscribed)]
    [InlineData(SubscriberState.Suppressed)]
    [InlineData(SubscriberState.Erased)]
    public async Task OnlyOfWhoeverGetsEditions(SubscriberState state)
    {
        var reader = _site.Reader("ana@example.org", state);
        var link = _site.PathOf(LinkPurpose.Preferences, reader.Id);
        var before = _site.Fingerprint();

        Assert.Equal(409, (await _site.Get(link)).Status);
        Assert.Equal(409, (await _site.Post(link, ("list", "evening"))).Status);

        Assert.Equal(before, _site.Fingerprint());
    }

    [Fact]
    public async Task TheyLeadToTheWayOut()
    {
        var reader = _site.Reader("ana@example.org");
        var page = await _site.Get(_site.PathOf(LinkPurpose.Preferences, reader.Id));

        Assert.Contains($"href=\"{_site.PathOf(LinkPurpose.Unsubscribe, reader.Id)}\"", page.Body, StringComparison.Ordinal);
    }

    public async Task DisposeAsync() => await _site.DisposeAsync();
}
