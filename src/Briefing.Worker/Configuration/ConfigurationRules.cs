using System.Collections.Immutable;
using System.Net;
using Briefing.Core.Topics;

namespace Briefing.Worker.Configuration;

/// <summary>What must hold between values, beyond each value's own type and range.</summary>
internal static class ConfigurationRules
{
    public static void Check(ConfigurationFile<BriefingOptions> briefing, ConfigurationFile<ScheduleOptions> schedule)
    {
        var topicIds = CheckBriefing(briefing);
        MailRules.Check(briefing);
        ListRules.Check(briefing, schedule);
        SiteRules.Check(briefing);
        ScheduleRules.Check(schedule, topicIds);
    }

    /// <summary>The ids of the topics that were read.</summary>
    private static List<string> CheckBriefing(ConfigurationFile<BriefingOptions> file)
    {
        if (file.Options is not { } options)
            return [];
        NoneTwice(file, "sources", "id", Read(options.Sources).Select(source => source.Id));
        var topics = Read(options.Topics);
        NoneTwice(file, "topics", "id", topics.Select(topic => topic.Id));
        for (var at = 0; at < topics.Length; at++)
        {
            if (topics[at].Terms.Length == 0 && topics[at].Required.Length == 0)
                file.ReportAt(["topics", at], "A topic needs \"terms\" or \"required\": this one has neither, so nothing could be filed under it.");
            CheckReach(file, topics[at], at);
            CheckPhrases(file, topics[at], at);
        }

        return [.. topics.Select(topic => topic.Id).Where(id => !string.IsNullOrEmpty(id))];
    }

    private static void CheckPhrases(ConfigurationFile<BriefingOptions> file, TopicOptions topic, int at)
    {
        foreach (var (term, options) in topic.Terms.Index())
            CheckPhrase(file, options.Phrase, ["topics", at, "terms", term]);
        foreach (var (group, phrases) in topic.Required.Index())
            CheckPhrases(file, phrases, ["topics", at, "required", group]);
        foreach (var (group, phrases) in topic.Nearby.Index())
            CheckPhrases(file, phrases, ["topics", at, "nearby", group]);
        CheckPhrases(file, topic.Excluded, ["topics", at, "excluded"]);
    }

    private static void CheckPhrases(ConfigurationFile<BriefingOptions> file, ImmutableArray<string> phrases, object[] list)
    {
        foreach (var (index, phrase) in phrases.Index())
            CheckPhrase(file, phrase, [.. list, index]);
    }

    private static void CheckPhrase(ConfigurationFile<BriefingOptions> file, string? phrase, object[] steps)
    {
        if (!string.IsNullOrEmpty(phrase) && PhrasePattern.Parse(phrase, out var fault) is null)
            file.ReportAt(steps, fault!);
    }

    // A topic whose weights together do not come to its minimum can never be met.
    private static void CheckReach(ConfigurationFile<BriefingOptions> file, TopicOptions topic, int at)
    {
        var reach = topic.Terms.Sum(term => term.Weight) + topic.Required.Length;
        if (reach > 0 && reach < topic.Minimum)
        {
            file.ReportAt(
                ["topics", at, "minimum"],
                FormattableString.Invariant($"All terms together weigh {reach}, less than the minimum of {topic.Minimum}: nothing could be filed here."));
        }
    }

    public static void NoneTwice<T>(ConfigurationFile<T> file, string list, string member, IEnumerable<string?> ids)
        where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, id) in ids.Index())
        {
            if (!string.IsNullOrEmpty(id) && !seen.Add(id))
                file.ReportAt([list, at, member], $"The {member} \"{id}\" is already taken above.");
        }
    }

    // A list with a fault of its own was left unread.
    private static ImmutableArray<T> Read<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}

/// <summary>What must hold in "lists" and "markings", beyond each value's own type and range.</summary>
internal static class ListRules
{
    public static void Check(ConfigurationFile<BriefingOptions> file, ConfigurationFile<ScheduleOptions> schedule)
    {
        if (file.Options is not { Lists.IsDefault: false, Markings.IsDefault: false } options)
            return;
        ConfigurationRules.NoneTwice(file, "lists", "name", options.Lists.Select(list => list.Name));
        foreach (var (at, marking) in options.Markings.Index())
        {
            if (marking.Length == 0 || options.Markings.IndexOf(marking) < at)
                file.ReportAt(["markings", at], marking.Length == 0 ? "A marking is empty." : $"The marking \"{marking}\" stands above already.");
        }

        CheckMarking(file, options);
        var known = schedule.Options is { Entries.IsDefault: false } entries ? entries.Entries.Select(entry => entry.SubscriberList()).ToArray() : [];
        foreach (var (at, list) in options.Lists.Index())
        {
            CheckCeiling(file, options, list, at);
            if (known.Length > 0 && !string.IsNullOrEmpty(list.Name) && !known.Contains(list.Name, StringComparer.Ordinal))
                file.ReportAt(["lists", at, "name"], $"No entry of schedule.json is mailed to the list \"{list.Name}\". Known are {string.Join(", ", known.Distinct(StringComparer.Ordinal))}.");
        }
    }

    private static void CheckMarking(ConfigurationFile<BriefingOptions> file, BriefingOptions options)
    {
        if (options.Marking is { Length: > 0 } marking && options.Markings.Length > 0 && !options.Markings.Contains(marking, StringComparer.Ordinal))
            file.ReportAt(["marking"], $"\"{marking}\" is none of \"markings\", so nobody could tell whether it is above a list's ceiling.");
    }

    private static void CheckCeiling(ConfigurationFile<BriefingOptions> file, BriefingOptions options, ListOptions list, int at)
    {
        if (list.MarkingCeiling is { Length: > 0 } ceiling && !options.Markings.Contains(ceiling, StringComparer.Ordinal))
            file.ReportAt(["lists", at, "markingCeiling"], $"\"{ceiling}\" is none of \"markings\": name there all that are in use, from the lowest to the highest.");
    }
}

/// <summary>What must hold in "site", beyond each value's own type and range.</summary>
internal static class SiteRules
{
    public static void Check(ConfigurationFile<BriefingOptions> file)
    {
        if (file.Options?.Site is not { } site)
            return;
        if (!(Uri.TryCreate(site.Address, UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps && IsBare(address)))
            file.ReportAt(["site", "address"], "Links in mails need an https address without query: \"https://briefing.example.org\".");
        if (!(Uri.TryCreate(site.Listen, UriKind.Absolute, out var listen) && listen.Scheme == Uri.UriSchemeHttp && IsBare(listen) && listen.AbsolutePath == "/" && IsOneOfOurs(listen)))
            file.ReportAt(["site", "listen"], "This is http with an IP address of this machine, or localhost, and a port: \"http://127.0.0.1:8080\". What speaks TLS stands before it.");
        if (site.TrustedProxies.IsDefault)
            return;
        foreach (var (at, proxy) in site.TrustedProxies.Index())
        {
            if (!IPAddress.TryParse(proxy, out _))
                file.ReportAt(["site", "trustedProxies", at], $"\"{proxy}\" is no IP address.");
        }
    }

    // The server would take any other name for all addresses of the machine.
    private static bool IsOneOfOurs(Uri listen) => listen.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6 || listen.Host == "localhost";

    private static bool IsBare(Uri address) => address.Query.Length + address.Fragment.Length + address.UserInfo.Length == 0;
}
