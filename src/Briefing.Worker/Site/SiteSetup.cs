using System.Collections.Immutable;
using System.Net;
using Briefing.Archive;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mailing;

namespace Briefing.Worker.Site;

/// <summary>What the configuration says of the site. Nothing else of the program touches it, so that no run loads a web server.</summary>
internal static class SiteSetup
{
    /// <summary>What is to be done where the configuration has no site.</summary>
    public const string Missing =
        "there is no \"site\" in briefing.json: add \"site\": { \"address\": \"https://briefing.example.org\" } with the address that readers reach it by (docs/operations/site.md)";

    public static SiteSettings Read(BriefingConfiguration configuration, SiteOptions site) => new()
    {
        Address = new Uri(site.Address),
        Listen = site.Listen,
        TrustedProxies = [.. site.TrustedProxies.Select(IPAddress.Parse)],
        Title = configuration.Briefing.Title,
        MessageDomain = (configuration.Briefing.Mail is { } mail ? Mailbox.Parse(mail.From) : EditionMessage.NoSender).Domain,
        Lists = ListsOf(configuration),
        Topics = [.. configuration.Topics.Select(topic => new SiteTopic(topic.Id, topic.Title))],
    };

    // In the order of schedule.json. Where two would look the same, their names tell them apart.
    private static ImmutableArray<SiteList> ListsOf(BriefingConfiguration configuration)
    {
        var lists = configuration.Schedule.Entries.DistinctBy(entry => entry.SubscriberList(), StringComparer.Ordinal).Select(entry =>
        {
            var name = entry.SubscriberList();
            var options = configuration.Briefing.Lists.FirstOrDefault(list => list.Name == name);
            return new SiteList(name, options?.Title ?? entry.Title ?? configuration.Briefing.Title, options?.SignUp ?? false);
        }).ToImmutableArray();
        return [.. lists.Select(list => lists.Count(other => other.Title == list.Title) == 1 ? list : list with { Title = $"{list.Title} ({list.Name})" })];
    }
}
