using System.CommandLine;
using Briefing.Worker.Configuration;
using Briefing.Worker.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers import FILE</c>: the good lines go in, in one transaction; the others are told with their numbers.</summary>
internal static class ImportCommand
{
    public static Command Create(CommandContext context)
    {
        var file = new Argument<string>("file") { Description = $"CSV in UTF-8; its first line names the columns: {string.Join(',', SubscriberFile.Columns)}. Several lists or topics stand in one cell with ; between." };
        var command = new Command("import", "Add the subscribers of a CSV file. Known addresses stay as they are, but for those that the file says have unsubscribed or are suppressed.") { file };
        return DeskOptions.On(context, command, makes: true, (parsed, desk) => Run(desk, context.PathOf(parsed.GetRequiredValue(file))));
    }

    internal static int Run(SubscriberDesk desk, string path)
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
