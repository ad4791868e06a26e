using Briefing.Core.Scheduling;
using Briefing.Tests.Shared;
using Briefing.Worker.Configuration;
using Briefing.Worker.Scheduling;
using NodaTime;

namespace Briefing.Integration.Tests.Configuration;

public class ScheduleRulesTests
{
    [Fact]
    public void EverythingAnEntryMayHaveIsRead()
    {
        using var folder = new ConfigurationFolder(schedule:
            """
            {
              // comments are allowed
              "entries": [
                { "name": "morning", "at": "06:30", "timeZone": "Europe/London",
                  "calendar": { "base": "scotland", "holidays": ["2027-05-10"], "workingDays": ["2027-08-02"] },
                  "cutOff": "06:00", "catchUpUntil": "1 h 30 min",
                  "subscribers": "ministers", "topics": ["sahel"], "formats": ["html", "pdf"], "title": "Morning" },
                { "name": "evening", "cron": "0 15 18 ? * MON-THU", "timeZone": "Asia/Tokyo", "calendar": "daily" },
              ],
            }
            """);

        var configuration = BriefingConfiguration.Load(folder.BriefingPath).Configuration!;
        var entries = Schedule.Of(configuration.Schedule, configuration.Calendars).Entries;
        var morning = entries[0].Calendar.On(new LocalDate(2027, 8, 2))!;
        var evening = entries[1].Calendar.On(new LocalDate(2027, 8, 2))!;

        Assert.Equal(Instant.FromUtc(2027, 8, 2, 5, 0), morning.CutOff);
        Assert.Equal(Instant.FromUtc(2027, 8, 2, 7, 0), morning.CatchUpUntil);
        Assert.Equal("extra holiday", entries[0].Calendar.WhyNone(new LocalDate(2027, 5, 10)));
        Assert.Equal("St Andrew's Day", entries[0].Calendar.WhyNone(new LocalDate(2027, 11, 30)));
        Assert.Equal(["html", "pdf"], entries[0].Options.Formats!.Value.AsEnumerable());
        Assert.Equal(("ministers", "evening"), (entries[0].Options.SubscriberList(), entries[1].Options.SubscriberList()));
        Assert.Equal(Instant.FromUtc(2027, 8, 2, 9, 15), evening.DueAt);
        Assert.Equal(evening.DueAt - ScheduleEntry.DefaultCutOff, evening.CutOff);
        Assert.Equal(evening.DueAt + ScheduleEntry.DefaultCatchUp, evening.CatchUpUntil);
        Assert.Equal("the entry has no time on this day", entries[1].Calendar.WhyNone(new LocalDate(2027, 8, 6)));
    }

    [Fact]
    public void TheExampleOfTheManualIsSound()
    {
        var manual = File.ReadAllText(Repository.PathOf("docs", "operations", "schedule.md"));
        using var folder = new ConfigurationFolder(
            File.ReadAllText(Repository.PathOf("briefing.json")), manual.Split("```jsonc")[1].Split("```")[0]);

        Assert.Empty(folder.Faults());
    }

    [Fact]
    public void EveryFaultOfAnEntryIsNamedWithItsPlace()
    {
        using var folder = new ConfigurationFolder(schedule:
            """
            { "entries": [
              { "name": "none", "timeZone": "Europe/London" },
              { "name": "both", "timeZone": "Europe/London", "at": "06:30", "cron": "0 30 6 ? * *" },
              { "name": "unix", "timeZone": "Europe/London", "cron": "30 6 * * 1-5" },
              { "name": "word", "timeZone": "Europe/London", "cron": "0 30 25 ? * *" },
              { "name": "twice", "timeZone": "Europe/London", "cron": "0 30 6,18 ? * MON" },
              { "name": "late", "timeZone": "Europe/London", "at": "06:30", "cutOff": "06:40", "catchUpUntil": "06:30" },
              { "name": "long", "timeZone": "Europe/London", "at": "06:30", "cutOff": "20 minutes", "catchUpUntil": "20 h" },
              { "name": "days", "timeZone": "Europe/London", "at": "06:30",
                "calendar": { "base": "wales", "holidays": ["2027-02-30", "2027-05-10"], "workingDays": ["2027-05-10"] } },
              { "name": "week", "timeZone": "Europe/London", "at": "06:30", "calendar": "wekdays" },
              { "name": "form", "timeZone": "Europe/London", "at": "06:30", "formats": ["pfd"], "subscribers": "The List" },
            ] }
            """);

        Assert.Equal(
            [
                "schedule.json:2:3: \"at\" or \"cron\" is missing here.",
                "schedule.json:3:73: An entry has \"at\" or \"cron\", not both.",
                "schedule.json:4:58: A cron expression of Quartz has six fields, seconds first: \"0 30 6 ? * MON-FRI\". Days of the week count from SUN = 1.",
                "schedule.json:5:58: Quartz cannot read this cron expression: Hour values must be between 0 and 23.",
                "schedule.json:6:59: An entry has one edition a day at most; this expression has more on 2020-01-06. Give each time an entry of its own.",
                "schedule.json:7:75: \"cutOff\" should lie from 1 min to 12 h before the edition is due; this is 23 h 50 min before it.",
                "schedule.json:7:100: \"catchUpUntil\" should lie from 1 min to 18 h after the edition is due; this is 0 min after it.",
                "schedule.json:8:75: \"cutOff\" should be a time of day such as \"06:10\" or a distance such as \"20 min\" or \"4 h\", not the text \"20 minutes\".",
                "schedule.json:8:105: \"catchUpUntil\" should lie from 1 min to 18 h after the edition is due; this is 20 h after it.",
                "schedule.json:10:27: \"base\" should be one of \"weekdays\", \"daily\", \"england-and-wales\", \"scotland\", \"northern-ireland\", not the text \"wales\".",
                "schedule.json:10:49: \"holidays\" should be a date such as \"2026-03-10\", not the text \"2027-02-30\".",
                "schedule.json:10:94: This day is in \"holidays\" too.",
                "schedule.json:11:77: \"calendar\" should be one of \"weekdays\", \"daily\", \"england-and-wales\", \"scotland\", \"northern-ireland\", not the text \"wekdays\".",
                "schedule.json:12:77: \"pfd\" is no format. Did you mean \"pdf\"?",
                "schedule.json:12:100: \"subscribers\" should be lower-case letters, digits and single hyphens (\"china-trip\"), not \"The List\".",
            ],
            folder.Faults());
    }

    [Fact]
    public void AFaultOfACalendarsFileIsNamedThere()
    {
        using var folder = new ConfigurationFolder(
            schedule: """{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "calendar": "scotland" }] }""");
        Directory.CreateDirectory(Path.Combine(folder.Path, "calendars"));
        folder.Write(
            "calendars/scotland.json",
            """
            { "publishedFrom": "2027-01-01", "publishedThrough": "2027-12-31", "holidays": [
              { "date": "2027-01-01", "name": "New Year's Day" },
              { "date": "2027-01-01", "name": "New Year's Day" },
              { "date": "2028-01-01", "name": "New Year's Day" },
            ] }
            """);

        Assert.Equal(
            [
                "calendars/scotland.json:3:13: This day is already listed above.",
                "calendars/scotland.json:4:13: This day lies outside the days that the list speaks for (\"publishedFrom\" to \"publishedThrough\").",
            ],
            folder.Faults());
    }
}
