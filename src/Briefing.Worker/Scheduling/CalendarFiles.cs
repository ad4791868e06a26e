using Briefing.Core.Scheduling;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker.Scheduling;

/// <summary>
/// The published bank holidays: those that the executable carries, with the files of a folder of one's own in the place of those that have
/// the same name. Each is read when it is first asked for, and then kept.
/// </summary>
/// <param name="folder">Need not exist.</param>
/// <param name="currentFolder">Faults name files relative to it; null: by their full paths.</param>
internal sealed class CalendarFiles(string folder, string? currentFolder = null)
{
    private readonly Dictionary<UkDivision, ConfigurationFile<CalendarFileOptions>> _files = [];

    /// <summary>The calendar that an entry's options describe.</summary>
    /// <exception cref="InvalidOperationException">Its file has faults: ask <see cref="FaultsOf"/> first.</exception>
    public WorkingCalendar Of(CalendarOptions options)
    {
        var calendar = options.Base switch
        {
            CalendarKind.Daily => WorkingCalendar.Daily,
            CalendarKind.Weekdays => WorkingCalendar.Weekdays,
            _ => WorkingCalendar.Without(BankHolidaysOf(DivisionOf(options.Base)!.Value)),
        };
        return calendar with { ExtraHolidays = [.. options.Holidays], ExtraWorkingDays = [.. options.WorkingDays] };
    }

    /// <summary>The faults of the file that a calendar rests on; none for one without.</summary>
    public IEnumerable<ConfigurationFault> FaultsOf(CalendarKind kind) => DivisionOf(kind) is { } division ? FileOf(division).Faults : [];

    private static UkDivision? DivisionOf(CalendarKind kind) => kind switch
    {
        CalendarKind.EnglandAndWales => UkDivision.EnglandAndWales,
        CalendarKind.Scotland => UkDivision.Scotland,
        CalendarKind.NorthernIreland => UkDivision.NorthernIreland,
        _ => null,
    };

    private BankHolidays BankHolidaysOf(UkDivision division)
    {
        var file = FileOf(division);
        return file.Options is { } options && !file.Faults.Any()
            ? options.ToBankHolidays(division)
            : throw new InvalidOperationException($"{file.Name} has faults.");
    }

    private ConfigurationFile<CalendarFileOptions> FileOf(UkDivision division)
    {
        if (_files.TryGetValue(division, out var known))
            return known;
        var name = WorkingCalendar.NameOf(division) + ".json";
        var path = Path.Combine(folder, name);
        var file = File.Exists(path)
            ? ConfigurationFile.Read<CalendarFileOptions>(path, currentFolder)
            : new ConfigurationFile<CalendarFileOptions>(new FileText(BuiltIn(name), null), "calendars/" + name);
        Check(file);
        return _files[division] = file;
    }

    private static string BuiltIn(string name)
    {
        using var reader = new StreamReader(typeof(CalendarFiles).Assembly.GetManifestResourceStream("calendars/" + name)!);
        return reader.ReadToEnd();
    }

    private static void Check(ConfigurationFile<CalendarFileOptions> file)
    {
        // What has faults of its own is not compared: the values left unread would only add untrue ones.
        if (file.Options is not { } options || file.Faults.Any())
            return;
        if (options.PublishedThrough < options.PublishedFrom)
            file.ReportAt(["publishedThrough"], "\"publishedThrough\" lies before \"publishedFrom\".");
        var seen = new HashSet<LocalDate>();
        foreach (var (at, holiday) in options.Holidays.Index())
        {
            if (holiday.Date < options.PublishedFrom || holiday.Date > options.PublishedThrough)
                file.ReportAt(["holidays", at, "date"], "This day lies outside the days that the list speaks for (\"publishedFrom\" to \"publishedThrough\").");
            if (!seen.Add(holiday.Date))
                file.ReportAt(["holidays", at, "date"], "This day is already listed above.");
        }
    }
}
