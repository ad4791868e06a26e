using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Integration.Tests.Configuration;

public class BriefingConfigurationTests
{
    [Fact]
    public void TheFilesOfAFreshCloneAreSound()
    {
        var loaded = BriefingConfiguration.Load(Repository.PathOf("briefing.json"));

        Assert.Empty(loaded.Faults);
        Assert.Equal(["uk-japan", "china-trip", "nato-burden-shifting"], loaded.Configuration!.Topics.Select(topic => topic.Id));
        Assert.Equal(["UK–Japan", "China trip", "NATO burden shifting"], loaded.Configuration.Topics.Select(topic => topic.Title));
        Assert.Equal(new LocalDate(2026, 3, 10), loaded.Configuration.Briefing.Sources.Max(source => source.AsOf));
        Assert.Equal(new LocalTime(6, 30), loaded.Configuration.Schedule.Entries[0].At);
    }

    [Fact]
    public void WhatIsNotWrittenHasItsDefault()
    {
        using var folder = new ConfigurationFolder();

        var configuration = BriefingConfiguration.Load(folder.BriefingPath).Configuration!;

        Assert.Equal("Daily Briefing", configuration.Briefing.Title);
        Assert.Null(configuration.Briefing.Marking);
        Assert.True(configuration.Briefing.AlsoReported);
        Assert.Equal(5 * 1024 * 1024, configuration.Briefing.Limits.DocumentBytes);
        Assert.Equal(CalendarKind.Weekdays, configuration.Schedule.Entries[0].Calendar.Base);
        Assert.Equal(1, configuration.Topics[0].Terms[0].Weight);
    }

    [Fact]
    public void AnEntryMayTakeSomeOfTheTopics()
    {
        using var folder = new ConfigurationFolder(
            """
            { "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
              "topics": [{ "id": "a", "title": "A", "terms": ["x"] }, { "id": "b", "title": "B", "terms": ["y"] }] }
            """,
            """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "topics": ["b"] }] }""");

        var configuration = BriefingConfiguration.Load(folder.BriefingPath).Configuration!;

        Assert.Equal(["b"], configuration.TopicsOf(configuration.Schedule.Entries[0]).Select(topic => topic.Id));
    }

    [Fact]
    public void EveryFaultOfBothFilesIsNamedAtOnceWithItsPlace()
    {
        using var folder = new ConfigurationFolder(
            """
            {
              "titel": "Daily Briefing",
              "alsoReported": "yes",
              "sources": [
                { "id": "inbox", "kind": "directory", "path": "inbox" },
                { "id": "inbox", "kind": "folder" },
              ],
              "topics": [
                { "id": "Sahel", "title": "", "terms": [{ "phrase": "Mali", "weight": 40 }] },
                { "id": "energy", "title": "Energy" },
              ],
              "limits": { "storiesPerSection": 2.5, "documentBytes": 0 },
            }
            """,
            """
            { "entries": [
              { "name": "morning", "at": "6.30", "timeZone": "Europe/Lodnon", "topics": ["enrgy"] },
            ] }
            """);

        Assert.Equal(
            [
                "briefing.json:2:3: \"titel\" is not known here. Did you mean \"title\"?",
                "briefing.json:3:19: \"alsoReported\" should be true or false, not the text \"yes\".",
                "briefing.json:5:30: \"kind\" should be \"folder\", not the text \"directory\".",
                "briefing.json:6:5: \"path\" is missing here.",
                "briefing.json:6:13: The id \"inbox\" is already taken above.",
                "briefing.json:9:13: \"id\" should be lower-case letters, digits and single hyphens (\"china-trip\"), not \"Sahel\".",
                "briefing.json:9:31: \"title\" is empty.",
                "briefing.json:9:75: \"weight\" should be a number from 0.1 to 10, not the number 40.",
                "briefing.json:10:5: A topic needs \"terms\" or \"required\": this one has neither, so nothing could be filed under it.",
                "briefing.json:12:36: \"storiesPerSection\" should be a whole number from 1 to 200, not the number 2.5.",
                "briefing.json:12:58: \"documentBytes\" should be a whole number from 1024 to 104857600, not the number 0.",
                "schedule.json:2:30: \"at\" should be a time of day such as \"06:30\", not the text \"6.30\".",
                "schedule.json:2:50: \"Europe/Lodnon\" is no time zone of the IANA database. Did you mean \"Europe/London\"?",
                "schedule.json:2:78: \"enrgy\" is no topic of briefing.json. Did you mean \"energy\"?",
            ],
            folder.Faults());
    }

    [Theory]
    [InlineData("", "briefing.json:1:1: The file ends where a value should stand.")]
    [InlineData("{ \"title\": \"x\"", "briefing.json:1:1: The '{' that opens here is never closed with '}'.")]
    [InlineData("{ \"title\": \"x }", "briefing.json:1:12: The text that opens here is not closed with a double quote on its line.")]
    [InlineData("{ title: \"x\" }", "briefing.json:1:3: A member's name in double quotes should stand here, not 't'.")]
    [InlineData("{ \"title\" \"x\" }", "briefing.json:1:11: A colon should follow \"title\", not '\"'.")]
    [InlineData("{ \"title\": yes }", "briefing.json:1:12: yes is no value; a text needs double quotes: \"yes\".")]
    [InlineData("{ \"title\": 06:30 }", "briefing.json:1:14: A value or '}' should stand here, not ':'.")]
    [InlineData("{ \"title\": 1.2.3 }", "briefing.json:1:12: \"1.2.3\" is no number; a text needs double quotes.")]
    [InlineData("{ \"templates\": \"C:\\dir\" }", "briefing.json:1:19: A backslash in a text must be written twice (\\\\), unless it begins \\\", \\n, \\t or \\u with four digits.")]
    [InlineData("{} /* no end", "briefing.json:1:4: The comment that opens here is never closed with */.")]
    [InlineData("[]", "briefing.json:1:1: The file should be a group of members in braces, not a list.")]
    [InlineData("{} {}", "briefing.json:1:4: The file should end here, not '{'.")]
    public void AMistakeOfWritingIsToldInPlainWords(string briefing, string fault)
    {
        using var folder = new ConfigurationFolder(briefing);

        Assert.Contains(fault, folder.Faults());
    }

    [Fact]
    public void TheReaderGoesOnAfterAForgottenComma()
    {
        using var folder = new ConfigurationFolder("{\n  \"title\": \"x\"\n  \"sorces\": [],\n  \"topics\": []\n}");

        Assert.Equal(
            [
                "briefing.json:1:1: \"sources\" is missing here.",
                "briefing.json:2:15: A comma is missing here.",
                "briefing.json:3:3: \"sorces\" is not known here. Did you mean \"sources\"?",
                "briefing.json:4:13: \"topics\" should have 1 to 100 items, not 0.",
            ],
            folder.Faults());
    }

    [Fact]
    public void AMissingFileIsAFault()
    {
        using var folder = new ConfigurationFolder(schedule: null);

        Assert.Equal(["schedule.json:1:1: The file is missing."], folder.Faults());
    }

    [Fact]
    public void ATopicThatNothingCouldReachIsAFault()
    {
        using var folder = new ConfigurationFolder(
            """
            { "sources": [{ "id": "inbox", "kind": "folder", "path": "inbox" }],
              "topics": [{ "id": "sahel", "title": "Sahel", "terms": ["Mali"], "minimum": 3 }] }
            """);

        Assert.Equal(["briefing.json:2:79: All terms together weigh 1, less than the minimum of 3: nothing could be filed here."], folder.Faults());
    }

    [Fact]
    public void ABottomlessFileIsRefusedNotFollowed()
    {
        using var folder = new ConfigurationFolder(new string('[', 100_000));

        Assert.Contains("briefing.json:1:34: Values are nested more than 32 deep.", folder.Faults());
    }
}
