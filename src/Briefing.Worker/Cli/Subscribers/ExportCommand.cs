using System.CommandLine;
using Briefing.Worker.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

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
