using System.CommandLine;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Rendering.Text;
using Briefing.Worker.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers import FILE</c>: the good lines go in, in one transaction; the others are reported with their numbers.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = $"CSV in UTF-8; its first line names the columns: {string.Join(',', SubscriberFile.Columns)}. Several lists or topics stand in one cell with ; between." };
        var command = new Command("import", "Add the subscribers of a CSV file. Known addresses stay as they are, but for those that the file says have unsubscribed or are suppressed.") { file };
        return DeskOptions.On(context, command, makes: true, (parsed, desk) => Run(desk, context.PathOf(parsed.GetRequiredValue(file))));
    }

    internal static int Run(SubscriberService desk, string path)
    {
        var name = Path.GetFileName(path);
        var (text, fault) = FileText.Read(path);
        if (text is null)
            return desk.Refuse($"{name}: {fault}");
        var lines = SubscriberFile.Read(text, desk.Rules, out fault);
        if (fault is not null)
            return desk.Refuse($"{name}:1: {fault}");

        var import = desk.Write(store =>
        {
            var taking = new SubscriberImport(store, desk.Now);
            foreach (var line in lines)
                taking.Take(line);
            return taking;
        });
        foreach (var told in import.Told)
            desk.Error.WriteLine($"{name}:{told}");
        desk.Output.WriteLine($"{import.Added} added, {import.Stopped} stopped, {import.Left} left as they were, {import.Bad} bad");
        return import.Bad == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }
}

/// <summary><c>briefing subscribers export</c>: CSV on standard output, as import reads it.</summary>
internal static class ExportCommand
{
    public static Command Create(CommandContext context)
    {
        var filter = new SubscriberFilter();
        var command = new Command("export", "Write subscribers as CSV to standard output, as import reads it. Erased ones are not in it.");
        filter.AddTo(command);
        return DeskOptions.On(context, command, makes: false, (parsed, desk) => filter.Use(parsed, desk, records => SubscriberFile.Write(records, desk.Output)));
    }
}

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
    internal static int Run(SubscriberService desk, string address, string? output = null)
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
    private static string? RemoveMails(SubscriberService desk, long subscriber, string folder)
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

/// <summary><c>briefing subscribers rotate-keys</c>: another key signs the links in mails from now on.</summary>
internal static class RotateKeysCommand
{
    public static Command Create(CommandContext context)
    {
        var lost = new Option<bool>("--lost") { Description = "The file of the keys is lost for good: begin afresh. The links of mails already sent are dead then." };
        var command = new Command("rotate-keys", "Add a key that signs the links in mails from now on. The links of mails already sent stay good.") { lost };
        return DeskOptions.On(context, command, makes: true, (parsed, desk) => Run(desk, parsed.GetValue(lost)));
    }

    internal static int Run(SubscriberService desk, bool lost = false)
    {
        if (lost)
        {
            LinkKeyFile.BeginAfresh(desk.Database);
            desk.Output.WriteLine("a new key signs links from now on; links in mails sent so far are not known again; start a worker or a site that is running anew");
            return ExitCode.Done;
        }

        var keys = LinkKeyFile.Rotate(desk.Database);
        desk.Output.WriteLine($"a new key signs links from now on, and {Phrases.Count(keys - 1, "older one is", "older are")} still known; a worker that is running signs with it after its next start");
        return ExitCode.Done;
    }
}
