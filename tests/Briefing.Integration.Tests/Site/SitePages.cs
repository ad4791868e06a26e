using Briefing.Core.Subscribers;
using Microsoft.Playwright;

namespace Briefing.Integration.Tests.Site;

/// <summary>Every page of the site, as a reader comes to it.</summary>
internal static class SitePages
{
    public const int Count = 12;

    /// <summary>The browser's window has the page when its name comes.</summary>
    public static async IAsyncEnumerable<string> Visit(OpenSite site, IPage page)
    {
        Task Go(string path) => page.GotoAsync(new Uri(site.Address, path).AbsoluteUri);
        Task Press(string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();

        await Go("/");
        yield return "front";
        await Go("/nowhere");
        yield return "not found";
        await Go("/subscribe");
        yield return "sign up";
        await page.FillAsync("#name", "<Ana>");
        await Press("Sign up");
        yield return "sign up with faults";
        await page.FillAsync("#address", $"reader{Guid.NewGuid():N}@a-rather-long-domain-name-of-a-ministry.example.org");
        await page.FillAsync("#name", "");
        await page.CheckAsync("#list");
        await Press("Sign up");
        yield return "mail sent";

        var reader = site.Reader($"reader{Guid.NewGuid():N}@a-rather-long-domain-name-of-a-ministry.example.org", SubscriberState.Pending, lists: ["ministers", "morning"]);
        await Go(site.PathOf(LinkPurpose.Confirm, reader.Id, site.Clock.GetCurrentInstant()));
        yield return "expired";
        await Go(site.PathOf(LinkPurpose.Confirm, reader.Id));
        yield return "confirm";
        await Press("Yes, send it to me");
        yield return "confirmed";
        await Go(site.PathOf(LinkPurpose.Preferences, reader.Id));
        yield return "preferences";
        await Press("Save");
        yield return "saved";
        await Go(site.PathOf(LinkPurpose.Unsubscribe, reader.Id));
        yield return "unsubscribe";
        await Press("Unsubscribe");
        yield return "unsubscribed";
    }
}
