using System.CommandLine;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers erase ADDRESS</c>: afterwards it stands nowhere in the database's folder.</summary>
internal static class EraseCommand
{
    public static Command Create(CommandContext context)
    {
        var address = AddressArgument.Create();
        var output = new Option<string>("--out") { Description = "The folder given to run, deliver or worker: messages to the address are taken out of \"mail\" in it.", HelpName = "DIR", DefaultValueFactory = _ => "out" };
        var command = new Command("erase", "Take an address out of the database and its file altogether, on its owner's request. A keyed hash stays, so that an import does not add it again.") { address, output };
        return DeskOptions.On(context, command, makes: false, (parsed, desk) => Run(desk, parsed.GetRequiredValue(address), context.PathOf(parsed.GetRequiredValue(output))));
    }

    /// <param name="output">The pickup folder is "mail" in it; null for none.</param>
    internal static int Run(SubscriberDesk desk, string address, string? output = null)
    {
        if (!AddressArgument.TryFind(desk, address, out var found))
            return ExitCode.BadUsage;
        var again = desk.Write(store =>
        {
            var record = store.Find(found.Id)!;
            if (record.State == SubscriberState.Erased)
                return true;
            store.Erase(record, SubscriberActor.Operator, desk.Now);
            return false;
        });
        if (output is not null && RemoveMails(desk, found.Id, Path.Combine(output, "mail")) is { } left)
        {
            desk.Error.WriteLine($"briefing subscribers: it is erased, but messages to it still lie in {Path.Combine(output, "mail")}: {left}; say erase once more");
            return ExitCode.DoneWithFaults;
        }

        try
        {
            desk.Database.Rewrite();
        }
        catch (StorageException fault)
        {
            desk.Error.WriteLine($"briefing subscribers: it is erased, but remains of it may stand in the file's free space: {fault.Message}; say erase once more");
            return ExitCode.DoneWithFaults;
        }

        desk.Output.WriteLine($"{(again ? "it was erased before" : "erased")}; the database has been written anew. Backups made until now still have it, as have files it was imported from");
        return ExitCode.Done;
    }

    /// <returns>Why some could not be removed; null where all were.</returns>
    private static string? RemoveMails(SubscriberDesk desk, long subscriber, string folder)
    {
        try
        {
            foreach (var key in Directory.Exists(folder) ? desk.Database.Read(session => OutboxStore.KeysOf(session, subscriber)) : [])
                File.Delete(Path.Combine(folder, key + ".eml"));
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault.GetType().Name;
        }
    }
}
