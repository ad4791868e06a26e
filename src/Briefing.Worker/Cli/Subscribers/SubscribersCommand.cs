using System.CommandLine;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers</c>: who gets the editions.</summary>
internal static class SubscribersCommand
{
    public static Command Create(CommandContext context) => new("subscribers", "Who gets the editions: list, add, remove, import, export, erase; rotate-keys for the links in their mails.")
    {
        ListCommand.Create(context),
        AddCommand.Create(context),
        RemoveCommand.Create(context),
        ImportCommand.Create(context),
        ExportCommand.Create(context),
        EraseCommand.Create(context),
        RotateKeysCommand.Create(context),
    };
}
