using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Subscribers;
using NodaTime;

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

/// <summary>What the commands on subscribers work with. Addresses go to <see cref="Output"/> only, and only where they were asked for.</summary>
internal sealed class SubscriberService(BriefingDatabase database, SubscriberRules rules, IClock clock, TextWriter output, TextWriter error)
{
    private readonly AddressKey _key = AddressKey.Open(database);

    public SubscriberRules Rules => rules;

    public TextWriter Output => output;

    public TextWriter Error => error;

    public BriefingDatabase Database => database;

    public Instant Now => clock.GetCurrentInstant();

    public T Read<T>(Func<SubscriberStore, T> work) => database.Read(session => work(new SubscriberStore(session, _key)));

    /// <summary>One transaction.</summary>
    public T Write<T>(Func<SubscriberStore, T> work) => database.Write(session => work(new SubscriberStore(session, _key)));

    /// <returns><see cref="ExitCode.BadUsage"/>.</returns>
    public int Refuse(params IEnumerable<string> reasons)
    {
        foreach (var reason in reasons)
            error.WriteLine($"briefing subscribers: {reason}");
        return ExitCode.BadUsage;
    }
}

/// <summary><c>--config</c> and <c>--database</c> of a command on subscribers, and the opening of both.</summary>
internal sealed class DeskOptions
{
    private readonly Option<string?> _config = ConfigurationOption.Create();
    private readonly Option<string?> _database = DatabaseOption.Create();

    /// <summary>Gives the command its options and what it does.</summary>
    /// <param name="work">Returns an <see cref="ExitCode"/>.</param>
    /// <param name="makes">Whether the database is made where there is none.</param>
    public static Command On(CommandContext context, Command command, bool makes, Func<ParseResult, SubscriberService, int> work)
    {
        var options = new DeskOptions();
        command.Add(options._config);
        command.Add(options._database);
        command.SetAction(parsed => options.Use(context, parsed, makes, work));
        return command;
    }

    private int Use(CommandContext context, ParseResult parsed, bool makes, Func<ParseResult, SubscriberService, int> work)
    {
        if (ConfigurationOption.Load(parsed.GetValue(_config), context) is not { } configuration)
            return ExitCode.BadUsage;
        var path = DatabaseOption.PathOf(parsed.GetValue(_database), configuration, context);
        if (!makes && !File.Exists(path))
            return context.Refuse($"there is no database {path} yet, and so there are no subscribers");
        try
        {
            return work(parsed, new SubscriberService(BriefingDatabase.Open(path, configuration.Briefing.Storage.BusyTimeout), SubscriberRules.Of(configuration), context.Clock, context.Output, context.Error));
        }
        catch (StorageException fault)
        {
            return context.Refuse(fault.Message);
        }
    }
}

/// <summary>The address that a command is about.</summary>
internal static class AddressArgument
{
    public static Argument<string> Create() => new("address") { Description = "The mail address; capitals make no difference." };

    /// <summary>The subscriber with this address, also an erased one; where there is none, that is reported.</summary>
    public static bool TryFind(SubscriberService desk, string text, [NotNullWhen(true)] out SubscriberRecord? record)
    {
        record = null;
        if (!MailAddress.TryParse(text, out var address, out var reason))
            desk.Refuse($"the address is none: {reason}");
        else if ((record = desk.Read(store => store.Find(address))) is null)
            desk.Refuse("the address is not known");
        return record is not null;
    }
}

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
    public int Use(ParseResult parsed, SubscriberService desk, Action<IReadOnlyList<SubscriberRecord>> work) =>
        Use(parsed.GetValue(_list), parsed.GetValue(_state), desk, work);

    public static int Use(string? list, string? state, SubscriberService desk, Action<IReadOnlyList<SubscriberRecord>> work)
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
