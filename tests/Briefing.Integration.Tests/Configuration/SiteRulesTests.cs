namespace Briefing.Integration.Tests.Configuration;

public class SiteRulesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", true)]
    [InlineData("http://[::1]:8080", true)]
    [InlineData("http://0.0.0.0:8080", true)]
    [InlineData("http://localhost:8080", true)]
    [InlineData("http://briefing.example.org:8080", false)]
    [InlineData("http://localhost.example.org:8080", false)]
    [InlineData("https://127.0.0.1:8080", false)]
    [InlineData("http://127.0.0.1:8080/briefing", false)]
    public void ItListensWhereAnAddressSaysAndNotByAName(string listen, bool sound)
    {
        var site = $$"""{ "address": "https://briefing.example.org", "listen": "{{listen}}" }""";
        using var folder = new ConfigurationFolder(ConfigurationFolder.SoundBriefing.TrimEnd().TrimEnd('}') + $"\"site\": {site}\n}}");

        var faults = folder.Faults();

        Assert.Equal(sound, faults.Count == 0);
        Assert.All(faults, fault => Assert.Contains("This is http with an IP address of this machine", fault, StringComparison.Ordinal));
    }
}
