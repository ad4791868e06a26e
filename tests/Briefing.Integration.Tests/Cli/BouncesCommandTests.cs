using Briefing.Integration.Tests.Configuration;
using Briefing.Integration.Tests.Mail.Returned;
using Briefing.Worker;

namespace Briefing.Integration.Tests.Cli;

public sealed class BouncesCommandTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new(ConfigurationFolder.SoundBriefing.Replace(
        "\"topics\"", "\"mail\": { \"from\": \"briefing@briefing.example\", \"bounceFolder\": \"returned\" },\n  \"topics\"", StringComparison.Ordinal));

    private readonly BounceOffice _office = new();

    [Fact]
    public async Task OnePassIsMadeAndToldWithoutAddresses()
    {
        Directory.CreateDirectory(PathOf("returned"));
        await File.WriteAllTextAsync(PathOf("returned/one.eml"), SomeNotice.Of(SomeNotice.Postfix, _office.Deliver(), BounceOffice.Reader));
        await File.WriteAllTextAsync(PathOf("returned/two.eml"), SomeNotice.Of(SomeNotice.Person, "none", BounceOffice.Reader));

        var read = await Run();
        await File.WriteAllTextAsync(PathOf("returned/three.eml"), "no message");
        var again = await Run();

        Assert.Equal((ExitCode.Done, "1 hard, 1 suppressed, 1 not ours\n", ""), (read.ExitCode, read.Output, read.Error));
        Assert.Equal((ExitCode.DoneWithFaults, "1 unreadable\n", ""), (again.ExitCode, again.Output, again.Error));
    }

    [Fact]
    public async Task AFolderThatIsNotThereIsTold()
    {
        var read = await Run();

        Assert.Equal(ExitCode.DoneWithFaults, read.ExitCode);
        Assert.Contains("there is no folder", read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutABounceFolderTheConfigurationIsNamed()
    {
        _folder.Write("briefing.json", ConfigurationFolder.SoundBriefing);

        var read = await Run();

        Assert.Equal(ExitCode.BadUsage, read.ExitCode);
        Assert.Contains("mail.bounceFolder", read.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _office.Dispose();
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private Task<BriefingProcess.Finished> Run() =>
        BriefingCommand.Run("bounces", "--config", _folder.BriefingPath, "--database", _office.Subscribers.Database.Location);
}
