using System.CommandLine;
using Briefing.Storage;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing backup FILE</c>: a copy of the database that is known to be sound.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "The copy to make. It must not exist yet." };
        var stored = new StoredEditions();
        var command = new Command("backup", "Copy the database into a file, whole and consistent, while a worker may go on writing; the copy is opened and checked.") { file };
        stored.AddTo(command);
        command.SetAction(parsed => stored.Use(parsed, (database, _) => Backup(database, parsed.GetRequiredValue(file))));
        return command;
    }

    private static int Backup(BriefingDatabase database, FileInfo file)
    {
        if (file.Exists)
            return StoredEditions.Refuse($"{file.FullName} exists; a backup is never written over another");
        file.Directory?.Create();
        database.CopyTo(file.FullName);
        var damage = BriefingDatabase.Open(file.FullName).FindDamage();
        foreach (var found in damage)
            Console.Error.WriteLine($"briefing backup: {found}");
        Console.Out.WriteLine(damage.Count == 0
            ? $"copied to {file.FullName} ({new FileInfo(file.FullName).Length / 1024} kB), opened and found sound; to restore, stop the worker and put it in the place of {database.Location}"
            : $"copied to {file.FullName}, and found damaged");
        foreach (var (what, key) in new[] { ("key of the subscribers' addresses", AddressKey.FileOf(database)), ("file of the links' keys", LinkKeyFile.FileOf(database)) })
        {
            if (File.Exists(key))
                Console.Out.WriteLine($"the {what}, {key}, is not in it: keep a copy of that, too, and elsewhere");
        }

        return damage.Count == 0 ? ExitCode.Done : ExitCode.DoneWithFaults;
    }
}
