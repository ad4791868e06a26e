using System.Collections.Immutable;
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
