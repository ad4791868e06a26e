using System.CommandLine;
using Briefing.Storage;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing backup FILE</c>: a copy of the database that is known to be sound.</summary>
internal static class BackupCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = "The copy to make. It must not exist yet." };
        var stored = new StoredEditions(context);
        var command = new Command("backup", "Copy the database into a file, whole and consistent, while a worker may go on writing; the copy is opened and checked.") { file };
        stored.AddTo(command);
        command.SetAction(parsed => stored.Use(parsed, (database, _) => Backup(context, database, new FileInfo(context.PathOf(parsed.GetRequiredValue(file))))));
        return command;
    }

    private static int Backup(CommandContext context, BriefingDatabase database, FileInfo file)
    {
        if (file.Exists)
            return context.Refuse($"{file.FullName} exists; a backup is never written over another");
        file.Directory?.Create();
        database.CopyTo(file.FullName);
        var damage = BriefingDatabase.Open(file.FullName).FindDamage();
        foreach (var found in damage)
            context.Error.WriteLine($"briefing backup: {found}");
        context.Output.WriteLine(damage.Count == 0
            ? $"copied to {file.FullName} ({new FileInfo(file.FullName).Length / 1024} kB), opened and found sound; to restore, stop the worker and put it in the place of {database.Location}"
            : $"copied to {file.FullName}, and found damaged");
        foreach (var (what, key) in new[] { ("key of the subscribers' addresses", AddressKey.FileOf(database)), ("file of the links' keys", LinkKeyFile.FileOf(database)) })
        {
            if (File.Exists(key))
                context.Output.WriteLine($"the {what}, {key}, is not in it: keep a copy of that, too, and elsewhere");
        }

        return damage.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }
}

/// <summary><c>briefing migrate</c>: brings the database's tables up to date. Every other command does so, too, when it starts.</summary>
internal static class MigrateCommand
{
    public static Command Create(CommandContext context)
    {
        var config = ConfigurationOption.Create();
        var database = DatabaseOption.Create();
        var command = new Command("migrate", "Make the database, or bring its tables up to date. Every command does so when it starts; this one does nothing else.") { config, database };
        command.SetAction(parsed =>
        {
            if (ConfigurationOption.Load(parsed.GetValue(config), context) is not { } configuration)
                return ExitCode.BadUsage;
            var path = DatabaseOption.PathOf(parsed.GetValue(database), configuration, context);
            try
            {
                BriefingDatabase.Open(path, out var applied, configuration.Briefing.Storage.BusyTimeout);
                foreach (var name in applied)
                    context.Output.WriteLine($"applied {name}");
                context.Output.WriteLine($"{path} is up to date");
                return ExitCode.Done;
            }
            catch (StorageException fault)
            {
                return context.Refuse(fault.Message);
            }
        });
        return command;
    }
}
