using System.CommandLine;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers rotate-keys</c>: another key signs the links in mails from now on.</summary>
internal static class RotateKeysCommand
{
    public static Command Create() => DeskOptions.On(
        new Command("rotate-keys", "Add a key that signs the links in mails from now on. The links of mails already sent stay good."), makes: true, (_, desk) => Run(desk));

    internal static int Run(SubscriberDesk desk)
    {
        var keys = LinkKeyFile.Rotate(desk.Database);
        desk.Output.WriteLine($"a new key signs links from now on, and {keys - 1} older {(keys == 2 ? "one is" : "are")} still known; a worker that is running signs with it after its next start");
        return ExitCode.Done;
    }
}
