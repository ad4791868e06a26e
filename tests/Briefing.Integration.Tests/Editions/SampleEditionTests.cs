using Briefing.Storage;
using Briefing.Tests.Shared;
using Briefing.Worker;
using Briefing.Worker.Configuration;
using Briefing.Worker.Pipeline;
using Briefing.Worker.Rendering;
using NodaTime;
using NodaTime.Testing;

namespace Briefing.Integration.Tests.Editions;

/// <summary>The samples' edition as a reader sees it, to the letter.</summary>
public sealed class SampleEditionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task MailText() => Golden.Verify(await Made("mail.txt", OutputFormats.Text));

    [Fact]
    public async Task MailHtml() => Golden.Verify(await Made("mail.html", OutputFormats.Html), "html");

    public void Dispose() => _folder.Dispose();

    private async Task<string> Made(string name, string format)
    {
        var configuration = BriefingConfiguration.Load(Repository.PathOf("briefing.json")).Configuration!;
        var request = new RunRequest(configuration.Schedule.Entries[0], null, [], _folder.Path, new HashSet<string>(StringComparer.Ordinal) { format });
        var journal = RunJournal.For(TextWriter.Null, showStages: false);

        var exit = await new EditionRun(configuration, BriefingDatabase.Open(_folder.PathOf("briefing.db")), new FakeClock(Instant.FromUtc(2026, 3, 10, 6, 20)), journal, TextWriter.Null, TextWriter.Null, _ => null).Make(request, CancellationToken.None);

        Assert.Equal(ExitCode.Done, exit);
        return await File.ReadAllTextAsync(_folder.PathOf(name));
    }
}
