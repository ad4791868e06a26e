using System.CommandLine;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>--list</c> and <c>--state</c>: which subscribers.</summary>
internal sealed class SubscriberFilter
{
    private readonly Option<string?> _list = new("--list") { Description = "Only those on this list.", HelpName = "NAME" };
    private readonly Option<string?> _state = new("--state") { Description = "Only those that are pending, confirmed, unsubscribed or suppressed.", HelpName = "STATE" };

    public void AddTo(Command command)
    {
        command.Add(_list);
        command.Add(_state);
    }

    /// <summary>What the options ask for, told by <paramref name="work"/>; a list or state that there is not is refused.</summary>
    public int Use(ParseResult parsed, SubscriberDesk desk, Action<IReadOnlyList<SubscriberRecord>> work) =>
        Use(parsed.GetValue(_list), parsed.GetValue(_state), desk, work);

    public static int Use(string? list, string? state, SubscriberDesk desk, Action<IReadOnlyList<SubscriberRecord>> work)
    {
        if (list is not null && desk.Rules.FaultOfList(list) is { } fault)
            return desk.Refuse(fault);
        SubscriberState? wanted = null;
        if (state is not null)
        {
            wanted = SubscriberWords.FindState(state);
            if (wanted is null or SubscriberState.Erased)
                return desk.Refuse($"\"{state}\" is no state; there are pending, confirmed, unsubscribed and suppressed");
        }

        work(desk.Read(store => store.List(list, wanted)));
        return ExitCode.Done;
    }
}
