using System.CommandLine;
using System.Globalization;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;
using NodaTime;
using NodaTime.Text;

namespace Briefing.Worker.Cli;

/// <summary><c>--config FILE</c>: which briefing.json, and its loading with every fault shown.</summary>
internal static class ConfigurationOption
{
    private const string FileName = "briefing.json";

    public static Option<string?> Create() => new("--config")
    {
        Description = "Path of briefing.json; schedule.json is read beside it. Default: the nearest from the current folder upwards, else the program's own.",
        HelpName = "FILE",
    };

    /// <summary>The configuration; null when it has faults, which are then written to standard error.</summary>
    public static BriefingConfiguration? Load(string? path, CommandContext context)
    {
        var error = context.Error;
        var found = PathOf(path, context);
        if (found is null)
        {
            error.WriteLine($"briefing: there is no {FileName} here or above; name one with --config FILE");
            return null;
        }

        var loaded = BriefingConfiguration.Load(found, context.Folder);
        foreach (var fault in loaded.Faults)
            error.WriteLine(fault);
        if (loaded.Configuration is null)
            error.WriteLine($"briefing: {Phrases.Count(loaded.Faults.Length, "fault", "faults")} in the configuration; nothing was done");
        return loaded.Configuration;
    }

    /// <summary>The file given, else the nearest from the current folder upwards, else from the program upwards; null where there is none.</summary>
    public static string? PathOf(string? given, CommandContext context) =>
        given is not null ? context.PathOf(given) : Upwards(context.Folder) ?? Upwards(AppContext.BaseDirectory);

    private static string? Upwards(string folder)
    {
        for (var directory = new DirectoryInfo(folder); directory is not null; directory = directory.Parent)
        {
            var candidate = Path.Combine(directory.FullName, FileName);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}

/// <summary><c>--database FILE</c>: which database, and its opening with faults written to standard error.</summary>
internal static class DatabaseOption
{
    /// <summary>Names the database where neither the command line nor briefing.json is to be changed.</summary>
    public const string Variable = "BRIEFING_DATABASE";

    public static Option<string?> Create() => new("--database")
    {
        Description = $"The database of editions, made on first use. Default: {Variable}, else storage.database of briefing.json (data/briefing.db).",
        HelpName = "FILE",
    };

    public static string PathOf(string? given, BriefingConfiguration configuration, CommandContext context) =>
        given is not null ? context.PathOf(given)
        : context.Variable(Variable) is { Length: > 0 } variable ? context.PathOf(variable)
        : configuration.PathOf(configuration.Briefing.Storage.Database);

    /// <summary>The database with its tables up to date; null when it cannot be used; standard error then says why.</summary>
    /// <param name="refusal">The <see cref="ExitCode"/> then.</param>
    public static BriefingDatabase? Open(string? given, BriefingConfiguration configuration, CommandContext context, out int refusal)
    {
        refusal = ExitCode.Done;
        try
        {
            return BriefingDatabase.Open(PathOf(given, configuration, context), configuration.Briefing.Storage.BusyTimeout);
        }
        catch (StorageException fault)
        {
            refusal = context.Refuse(fault);
            return null;
        }
    }
}

/// <summary><c>--entry NAME</c>.</summary>
internal static class EntryOption
{
    /// <summary>The entry of this name, by default the first; null when there is none; <paramref name="fault"/> then says so.</summary>
    public static EntryOptions? Find(BriefingConfiguration configuration, string? name, out string? fault)
    {
        var entries = configuration.Schedule.Entries;
        var found = name is null ? entries[0] : entries.FirstOrDefault(candidate => candidate.Name == name);
        fault = found is null ? $"schedule.json has no entry \"{name}\"; there are {string.Join(", ", entries.Select(candidate => candidate.Name))}" : null;
        return found;
    }
}

/// <summary>Days as they are written on the command line.</summary>
internal static class DateOption
{
    /// <summary>Null when it is no day; <paramref name="fault"/> then says so.</summary>
    public static LocalDate? Parse(string text, out string? fault)
    {
        var parsed = LocalDatePattern.Iso.Parse(text);
        fault = parsed.Success ? null : $"\"{text}\" is no date; write it as 2026-03-10";
        return parsed.Success ? parsed.Value : null;
    }
}

/// <summary>A stored edition as it is named on the command line: <c>2026-03-10</c> for the latest version, <c>2026-03-10@2</c> for the second.</summary>
/// <param name="Version">Null for the latest.</param>
internal readonly record struct EditionReference(LocalDate Date, int? Version)
{
    /// <summary>Null when it names none; <paramref name="fault"/> then says so.</summary>
    public static EditionReference? Parse(string text, out string? fault)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (DateOption.Parse(at < 0 ? text : text[..at], out fault) is not { } date)
            return null;
        if (at < 0)
            return new EditionReference(date, null);
        if (int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0)
            return new EditionReference(date, version);
        fault = $"\"{text}\" names no version; write the second as {text[..at]}@2";
        return null;
    }

    public override string ToString() => Version is { } version ? $"{Date:uuuu-MM-dd}@{version}" : $"{Date:uuuu-MM-dd}";
}

/// <summary>Options and steps that the commands share which look at stored editions.</summary>
internal sealed class StoredEditions(CommandContext context)
{
    private readonly Option<string?> _config = ConfigurationOption.Create();
    private readonly Option<string?> _database = DatabaseOption.Create();
    private readonly Option<string?> _entry = new("--entry") { Description = "The schedule entry. Default: the first of schedule.json.", HelpName = "NAME" };

    public void AddTo(Command command)
    {
        command.Add(_entry);
        command.Add(_config);
        command.Add(_database);
    }

    /// <summary>Does this with the database and the entry named; faults are written to standard error.</summary>
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public int Use(ParseResult parsed, Func<BriefingDatabase, EntryOptions, int> work) =>
        UseAsync(parsed, (_, database, entry) => Task.FromResult(work(database, entry))).GetAwaiter().GetResult();

    /// <inheritdoc cref="Use"/>
    public async Task<int> UseAsync(ParseResult parsed, Func<BriefingConfiguration, BriefingDatabase, EntryOptions, Task<int>> work)
    {
        if (ConfigurationOption.Load(parsed.GetValue(_config), context) is not { } configuration)
            return ExitCode.BadUsage;
        if (EntryOption.Find(configuration, parsed.GetValue(_entry), out var fault) is not { } entry)
            return context.Refuse(fault!);
        var path = DatabaseOption.PathOf(parsed.GetValue(_database), configuration, context);
        if (!File.Exists(path))
            return context.Refuse($"there is no database {path} yet; the first briefing run makes it");
        try
        {
            return await work(configuration, BriefingDatabase.Open(path, configuration.Briefing.Storage.BusyTimeout), entry);
        }
        catch (StorageException problem)
        {
            return context.Refuse(problem);
        }
    }

    /// <summary>A stored edition by its reference; null when there is none; standard error then says so.</summary>
    public EditionRecord? Find(BriefingDatabase database, EntryOptions entry, string reference)
    {
        if (EditionReference.Parse(reference, out var fault) is not { } named)
        {
            context.Refuse(fault!);
            return null;
        }

        var found = database.Read(session => EditionStore.Find(session, entry.Name, named.Date, named.Version));
        if (found is { IsMade: true })
            return found;
        context.Refuse($"there is no edition {named} of \"{entry.Name}\"; briefing status lists those there are");
        return null;
    }
}
