namespace Briefing.Worker.Configuration;

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
