using System.CommandLine;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers remove ADDRESS</c>: it gets no more; that it does not is kept.</summary>
internal static class RemoveCommand
{
    public static Command Create(CommandContext context)
    {
        var address = AddressArgument.Create();
        var suppress = new Option<bool>("--suppress") { Description = "Never to be written to again, whatever an import or a sign-up says." };
        var command = new Command("remove", "Send an address no more editions. It is kept as unsubscribed, so that an import does not add it again; erase takes it out altogether.") { address, suppress };
        return DeskOptions.On(context, command, makes: false, (parsed, desk) => Run(desk, parsed.GetRequiredValue(address), parsed.GetValue(suppress)));
    }

    internal static int Run(SubscriberDesk desk, string address, bool suppress)
    {
        if (!AddressArgument.TryFind(desk, address, out var found))
            return ExitCode.BadUsage;
        var state = desk.Write(store =>
        {
            // Looked at again: meanwhile it may have changed.
            var record = store.Find(found.Id)!;
            var to = suppress ? SubscriberState.Suppressed : SubscriberState.Unsubscribed;
            return SubscriberTransitions.May(record.State, to, SubscriberActor.Operator)
                ? store.Move(record, to, new SubscriberCause(SubscriberActor.Operator, SubscriberReason.TakenOff), desk.Now).State
                : record.State;
        });
        desk.Output.WriteLine($"the address is {SubscriberWords.Of(state)} and gets no editions");
        return ExitCode.Done;
    }
}
