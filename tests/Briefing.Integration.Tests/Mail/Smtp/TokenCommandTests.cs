using Briefing.Worker.Mail.Smtp;

namespace Briefing.Integration.Tests.Mail.Smtp;

public class TokenCommandTests
{
    [Fact]
    public async Task TheTokenIsWhatTheProgrammePrints() =>
        Assert.Equal("t0k3n==", await new TokenCommand(["/bin/sh", "-c", "echo t0k3n==; echo noise >&2"], "/").FetchAsync(default));

    [Theory]
    [InlineData("echo secret; exit 3", "the token's command ended with 3")]
    [InlineData("true", "the token's command printed no token")]
    [InlineData("echo two; echo lines", "the token's command printed no token")]
    public async Task WhatIsNoTokenIsToldWithoutShowingIt(string script, string reason) =>
        Assert.Equal(reason, (await Assert.ThrowsAsync<TokenException>(() => new TokenCommand(["/bin/sh", "-c", script], "/").FetchAsync(default))).Message);

    [Fact]
    public async Task AProgrammeThatIsNotThereIsTold() =>
        await Assert.ThrowsAsync<TokenException>(() => new TokenCommand(["/no/such/programme"], "/").FetchAsync(default));

    [Fact]
    public async Task AProgrammeThatHangsIsEnded()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new TokenCommand(["/bin/sh", "-c", "exec tail -f /dev/null"], "/").FetchAsync(cancellation.Token));
    }
}
