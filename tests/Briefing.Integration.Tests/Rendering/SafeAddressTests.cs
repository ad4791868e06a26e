using Briefing.Worker.Rendering.Text;

namespace Briefing.Integration.Tests.Rendering;

public class SafeAddressTests
{
    [Theory]
    [InlineData("https://example.org/a?b=c&d=é", "https://example.org/a?b=c&d=%C3%A9")]
    [InlineData("http://example.org", "http://example.org/")]
    [InlineData("mailto:desk@example.org", "mailto:desk@example.org")]
    public void AddressesOfPagesAndPeopleAreLinks(string address, string expected) => Assert.Equal(expected, SafeAddress.Of(address));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("JaVaScRiPt:alert(1)")]
    [InlineData("java\nscript:alert(1)")]
    [InlineData("data:text/html,<script>alert(1)</script>")]
    [InlineData("vbscript:x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.org/a")]
    [InlineData("/relative")]
    [InlineData("https://bank.example@evil.example/")]
    [InlineData("")]
    [InlineData(null)]
    public void OthersAreNot(string? address) => Assert.Null(SafeAddress.Of(address));

    [Fact]
    public void AnAddressCannotLeaveItsAttribute() => Assert.DoesNotContain('"', SafeAddress.Of("https://example.org/\"><script>")!);
}
