using Briefing.Core.Model;
using Briefing.Integration.Tests.Cli;
using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests.Editions;

/// <summary>The edition made from the five real page dumps; made once for all tests of the class.</summary>
public sealed class SeedEdition : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private Edition? _edition;

    internal string Out => _folder.PathOf("out");

    internal BriefingProcess.Finished Run { get; private set; } = new(-1, "", "");

    internal Edition Edition => _edition ?? throw new DirectoryNotFoundException(SharedData.Missing);

    internal static string Inputs => SharedData.PathOf("seeds");

    public async Task InitializeAsync()
    {
        if (SharedData.Root is null)
            return;
        Run = await BriefingCommand.Run("run", "--input", Inputs, "--date", "2026-02-02", "--out", Out, "--format", "html,txt,json");
        _edition = EditionJson.Read(await File.ReadAllBytesAsync(Path.Combine(Out, "edition.json")));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    internal Section Section(string topic) => Edition.Sections.Single(section => section.Topic == topic);

    /// <summary>The story told in the most articles of a section.</summary>
    internal SectionStory Story(string topic) => Section(topic).Stories.MaxBy(story => story.Articles.Length)!;

    internal IEnumerable<EditionClaim> Claims => Edition.Sections.SelectMany(section => section.Stories).SelectMany(story => story.Claims);

    internal EditionArticle Article(int dump, int number = 0) =>
        Edition.Articles.Where(article => article.Document == Edition.Documents[dump].Id).OrderBy(article => article.Start).ElementAt(number);
}
