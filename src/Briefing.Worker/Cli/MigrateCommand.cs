using System.CommandLine;
using Briefing.Storage;

namespace Briefing.Worker.Cli;

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
