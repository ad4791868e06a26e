using System.CommandLine;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Mail.Returned;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing bounces</c>: one pass over the bounce folder, as the worker does it regularly.</summary>
internal static class BouncesCommand
{
    public static Command Create(CommandContext context)
    {
        var config = ConfigurationOption.Create();
        var database = DatabaseOption.Create();
        var command = new Command("bounces", "Read the notices of non-delivery, complaints and unsubscriptions in mail.bounceFolder, and tell what they were. Non-zero when a person must look.") { config, database };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(context, parsed.GetValue(config), parsed.GetValue(database), cancellation)));
        return command;
    }

    private static int Run(CommandContext context, string? config, string? named, CancellationToken cancellation)
    {
        if (ConfigurationOption.Load(config, context) is not { } configuration)
            return ExitCode.BadUsage;
        if (configuration.Briefing.Mail?.BounceFolder is not { } folder)
            return context.Refuse("mail.bounceFolder is not set in briefing.json, so there is nothing to read");
        var path = DatabaseOption.PathOf(named, configuration, context);
        if (!File.Exists(path))
            return context.Refuse($"there is no database {path} yet, and so there are no subscribers");
        try
        {
            var database = BriefingDatabase.Open(path, configuration.Briefing.Storage.BusyTimeout);
            var reader = new BounceReader(database, AddressKey.Open(database), LinkKeyFile.Open(database), configuration.PathOf(folder), context.Clock);
            return Tell(reader.Read(cancellation), context.Output, context.Error);
        }
        catch (StorageException fault)
        {
            return context.Refuse(fault.Message);
        }
    }

    private static int Tell(BounceCounts counts, TextWriter output, TextWriter error)
    {
        output.WriteLine(counts);
        foreach (var fault in counts.Faults)
            error.WriteLine($"briefing bounces: {fault}");
        return counts.HasFaults ? ExitCode.DoneWithFaults : ExitCode.Done;
    }
}
