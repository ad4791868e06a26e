using Briefing.Integration.Tests.Configuration;
using Briefing.Worker.Configuration;
using Briefing.Worker.Scheduling;
using NodaTime;

namespace Briefing.Integration.Tests.Scheduling;

public sealed class ScheduleFileTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void WhileNothingChangesThereIsNothingToTell()
    {
        var file = Open();

        Assert.Null(file.Look());
        Assert.Equal("morning", Assert.Single(file.Current.Entries).Name);
    }

    [Fact]
    public void AChangedFileIsTakenUp()
    {
        var file = Open();
        Write("""{ "entries": [{ "name": "evening", "at": "18:15", "timeZone": "Europe/London" }] }""");

        var changed = Assert.IsType<ScheduleChanged>(file.Look());

        Assert.Same(changed.Schedule, file.Current);
        Assert.Equal("evening", Assert.Single(file.Current.Entries).Name);
        Assert.Null(file.Look());
    }

    [Theory]
    [InlineData("""{ "entries": [{ "name": "evening", "at": "18.15", "timeZone": "Europe/London" }] }""", "schedule.json:1:42: \"at\" should be a time of day")]
    [InlineData("""{ "entries": [{ "name": "evening", "at": "18:15", "timeZone": "Europe/London", "topics": ["sahl"] }] }""", "Did you mean \"sahel\"?")]
    [InlineData("""{ "entries": [""", "never closed")]
    [InlineData("", "The file ends where a value should stand.")]
    public void ABrokenFileLeavesTheLastGoodScheduleAndIsToldOnce(string broken, string reason)
    {
        var file = Open();
        var before = file.Current;
        Write(broken);

        Assert.Contains(reason, Assert.IsType<ScheduleBroken>(file.Look()).Reason, StringComparison.Ordinal);
        Assert.Same(before, file.Current);
        Assert.Null(file.Look());
    }

    [Fact]
    public void AMissingFileIsBrokenAndTheSameFileAgainIsAChange()
    {
        var file = Open();
        File.Delete(Path.Combine(_folder.Path, "schedule.json"));

        Assert.EndsWith("The file is missing.", Assert.IsType<ScheduleBroken>(file.Look()).Reason, StringComparison.Ordinal);
        Write(ConfigurationFolder.SoundSchedule);
        Assert.IsType<ScheduleChanged>(file.Look());
    }

    [Fact]
    public void AChangedCalendarIsTakenUpToo()
    {
        Write("""{ "entries": [{ "name": "morning", "at": "06:30", "timeZone": "Europe/London", "calendar": "scotland" }] }""");
        var file = Open();
        Directory.CreateDirectory(Path.Combine(_folder.Path, "calendars"));
        _folder.Write(
            "calendars/scotland.json",
            """{ "publishedFrom": "2028-01-01", "publishedThrough": "2028-12-31", "holidays": [{ "date": "2028-06-20", "name": "A day of our own" }] }""");

        Assert.IsType<ScheduleChanged>(file.Look());
        Assert.Equal("A day of our own", file.Current.Entries[0].Calendar.WhyNone(new LocalDate(2028, 6, 20)));
    }

    [Fact]
    public void WhatChangedBetweenLoadingAndOpeningIsNotOverlooked()
    {
        var configuration = BriefingConfiguration.Load(_folder.BriefingPath).Configuration!;
        Write("{");
        var broken = new ScheduleFile(configuration);
        Assert.Equal("morning", Assert.Single(broken.Current.Entries).Name);
        Assert.IsType<ScheduleBroken>(broken.Look());

        Write("""{ "entries": [{ "name": "evening", "at": "18:15", "timeZone": "Europe/London" }] }""");
        Assert.Equal("evening", Assert.Single(new ScheduleFile(configuration).Current.Entries).Name);
    }

    private ScheduleFile Open() => new(BriefingConfiguration.Load(_folder.BriefingPath).Configuration!);

    private void Write(string schedule) => _folder.Write("schedule.json", schedule);
}
