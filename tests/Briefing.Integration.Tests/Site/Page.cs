using System.Text.RegularExpressions;

namespace Briefing.Integration.Tests.Site;

/// <summary>An answer of the site.</summary>
/// <param name="Headers">A line each, but for the date.</param>
internal sealed record Page(int Status, string Headers, string Body)
{
    public string Heading => Regex.Match(Body, "<h1>(.*?)</h1>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(1)).Value[4..^5];

    public static async Task<Page> Of(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return new Page((int)response.StatusCode, string.Join('\n', headers.Order(StringComparer.Ordinal)), await response.Content.ReadAsStringAsync());
    }
}
