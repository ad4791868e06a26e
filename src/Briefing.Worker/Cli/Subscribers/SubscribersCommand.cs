using System.CommandLine;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers</c>: who gets the editions.</summary>
internal static class SubscribersCommand
{
    public static Command Create() => new("subscribers", "Who gets the editions: list, add, remove, import, export, erase; rotate-keys for the links in their mails.")
    {
        ListCommand.Create(),
        AddCommand.Create(),
        RemoveCommand.Create(),
        ImportCommand.Create(),
        ExportCommand.Create(),
        EraseCommand.Create(),
        RotateKeysCommand.Create(),
    };
}
