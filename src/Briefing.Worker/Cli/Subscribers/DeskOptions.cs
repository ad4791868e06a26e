using System.CommandLine;
using Briefing.Storage;
using Briefing.Worker.Subscribers;
using NodaTime;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>--config</c> and <c>--database</c> of a command on subscribers, and the opening of both.</summary>
internal sealed class DeskOptions
{
    private readonly Option<string?> _config = ConfigurationOption.Create();
    private readonly Option<string?> _database = DatabaseOption.Create();

    /// <summary>Gives the command its options and what it does.</summary>
    /// <param name="work">Returns an <see cref="ExitCode"/>.</param>
    /// <param name="makes">Whether the database is made where there is none.</param>
    public static Command On(Command command, bool makes, Func<ParseResult, SubscriberDesk, int> work)
    {
        var options = new DeskOptions();
        command.Add(options._config);
        command.Add(options._database);
        command.SetAction(parsed => options.Use(parsed, makes, work));
        return command;
    }

    private int Use(ParseResult parsed, bool makes, Func<ParseResult, SubscriberDesk, int> work)
    {
        if (ConfigurationOption.Load(parsed.GetValue(_config), Console.Error) is not { } configuration)
            return ExitCode.BadUsage;
        var path = DatabaseOption.PathOf(parsed.GetValue(_database), configuration);
        if (!makes && !File.Exists(path))
            return StoredEditions.Refuse($"there is no database {path} yet, and so there are no subscribers");
        try
        {
            return work(parsed, new SubscriberDesk(BriefingDatabase.Open(path), SubscriberRules.Of(configuration), SystemClock.Instance, Console.Out, Console.Error));
        }
        catch (StorageException fault)
        {
            return StoredEditions.Refuse(fault.Message);
        }
    }
}
