using System.CommandLine;
using Briefing.Core.Deliveries;
using Briefing.Storage;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers erase ADDRESS</c>: afterwards it stands nowhere in the database's folder.</summary>
internal static class EraseCommand
{
    public static Command Create()
    {
        var address = AddressArgument.Create();
        var command = new Command("erase", "Take an address out of the database and its file altogether, on its owner's request. A keyed hash stays, so that an import does not add it again.") { address };
        return DeskOptions.On(command, makes: false, (parsed, desk) => Run(desk, parsed.GetRequiredValue(address)));
    }

    internal static int Run(SubscriberDesk desk, string address)
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
}
