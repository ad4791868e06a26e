using System.CommandLine;
using Briefing.Storage;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;

namespace Briefing.Worker.Cli;

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
