using System.CommandLine;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Rendering;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary><c>briefing subscribers rotate-keys</c>: another key signs the links in mails from now on.</summary>
internal static class RotateKeysCommand
{
    public static Command Create(CommandContext context)
    {
        var lost = new Option<bool>("--lost") { Description = "The file of the keys is lost for good: begin afresh. The links of mails already sent are dead then." };
        var command = new Command("rotate-keys", "Add a key that signs the links in mails from now on. The links of mails already sent stay good.") { lost };
        return DeskOptions.On(context, command, makes: true, (parsed, desk) => Run(desk, parsed.GetValue(lost)));
    }

    internal static int Run(SubscriberDesk desk, bool lost = false)
    {
        if (lost)
        {
            LinkKeyFile.BeginAfresh(desk.Database);
            desk.Output.WriteLine("a new key signs links from now on; links in mails sent so far are not known again; start a worker or a site that is running anew");
            return ExitCode.Done;
        }

        var keys = LinkKeyFile.Rotate(desk.Database);
        desk.Output.WriteLine($"a new key signs links from now on, and {Wording.Count(keys - 1, "older one is", "older are")} still known; a worker that is running signs with it after its next start");
        return ExitCode.Done;
    }
}
