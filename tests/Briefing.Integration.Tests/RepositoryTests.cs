using Briefing.Tests.Shared;

namespace Briefing.Integration.Tests;

public class RepositoryTests
{
    [Fact]
    public void EveryProjectStandsInTheSolution()
    {
        var solution = File.ReadAllText(Repository.PathOf("Briefing.sln"));
        var projects = new[] { "src", "tests" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.csproj", SearchOption.AllDirectories))
            .Select(Path.GetFileName);

        Assert.All(projects, project => Assert.Contains(project!, solution, StringComparison.Ordinal));
    }

    [Fact]
    public void NothingOfTheCheckoutNamesAnAbsolutePathOfThisMachine()
    {
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories);

        Assert.All(sources, path => Assert.DoesNotContain(Repository.Root + "/", File.ReadAllText(path), StringComparison.Ordinal));
    }
}
