using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Briefing.Core.Subscribers;
using NodaTime;

namespace Briefing.Core.Tests.Subscribers;

public class LinkKeysTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-";

    private static readonly Instant Now = Instant.FromUtc(2026, 3, 10, 5, 40);
    private static readonly LinkKeys Keys = new([KeyOf(1)]);

    [Theory]
    [InlineData(LinkPurpose.Confirm, 1, 7)]
    [InlineData(LinkPurpose.Preferences, 314_159, null)]
    [InlineData(LinkPurpose.Unsubscribe, long.MaxValue, null)]
    [InlineData(LinkPurpose.Pack, long.MaxValue, 400)]
    public void ATokenIsReadAsItWasWritten(LinkPurpose purpose, long subject, int? days)
    {
        var token = new LinkToken(purpose, subject, days is { } known ? Now + Duration.FromDays(known) : null);

        var text = Keys.Write(token);

        Assert.Equal(token, Keys.Read(text, purpose, Now));
        Assert.Matches(new Regex("^[A-Za-z0-9._-]+[A-Za-z0-9]$"), text);
        Assert.InRange(text.Length, 1, LinkKeys.LongestText);
    }

    // Mails outlive programs. Computed by another implementation of HMAC.
    [Fact]
    public void TheFormIsPinned()
    {
        Assert.Equal("1.1c0c07f9.u.42.-.OcVV22M3QMMcPmkbg0-41D3H7j6pHo0blT8FowdOLRQ", Keys.Write(new LinkToken(LinkPurpose.Unsubscribe, 42, null)));
        Assert.Equal("1.1c0c07f9.c.42.1773121200.a2wue2kmHUQKvCr5Y4AFPFO5q0nTnDswW63SbZrkweI", Keys.Write(new LinkToken(LinkPurpose.Confirm, 42, Now)));
    }

    [Fact]
    public void ATokenIsGoodUntilItExpiresAndIsThenStillRecognised()
    {
        var text = Keys.Write(new LinkToken(LinkPurpose.Confirm, 42, Now));

        Assert.NotNull(Keys.Read(text, LinkPurpose.Confirm, Now - Duration.FromSeconds(1)));
        Assert.Null(Keys.Read(text, LinkPurpose.Confirm, Now));
        Assert.Equal(42, Keys.Recognise(text, LinkPurpose.Confirm)!.Subject);
    }

    [Fact]
    public void ATokenIsGoodForItsPurposeOnly()
    {
        foreach (var purpose in Enum.GetValues<LinkPurpose>())
        {
            var text = Keys.Write(new LinkToken(purpose, 42, null));
            Assert.Equal([purpose], Enum.GetValues<LinkPurpose>().Where(other => Keys.Read(text, other, Now) is not null));
        }
    }

    [Fact]
    public void TheNewestKeySignsAndOldMailsKeepWorking()
    {
        var old = Keys.Write(new LinkToken(LinkPurpose.Unsubscribe, 42, null));
        var rotated = new LinkKeys([KeyOf(1), KeyOf(2)]);

        var text = rotated.Write(new LinkToken(LinkPurpose.Unsubscribe, 42, null));

        Assert.NotNull(rotated.Read(old, LinkPurpose.Unsubscribe, Now));
        Assert.NotNull(rotated.Read(text, LinkPurpose.Unsubscribe, Now));
        Assert.Null(Keys.Read(text, LinkPurpose.Unsubscribe, Now));
        Assert.Null(new LinkKeys([KeyOf(2)]).Read(old, LinkPurpose.Unsubscribe, Now));
    }

    [Fact]
    public void AHundredThousandTamperedTokensAreAllRefused()
    {
        var random = new Random(5);
        string[] signed = [.. Enumerable.Range(1, 50).SelectMany(SomeTokens).Select(Keys.Write)];
        var passed = new List<string>();
        var tried = 0;
        while (tried < 100_000)
        {
            var text = Tampered(signed[random.Next(signed.Length)], random);
            // Swapping may by chance give a token that was signed.
            if (signed.Contains(text, StringComparer.Ordinal))
                continue;
            tried++;
            if (Enum.GetValues<LinkPurpose>().Any(purpose => Keys.Recognise(text, purpose) is not null))
                passed.Add(text);
        }

        Assert.Empty(passed);
    }

    // Every bit of the text, and above all those that base64url does not use.
    [Fact]
    public void NoOtherCharacterAnywhereGivesTheSameToken()
    {
        var text = Keys.Write(new LinkToken(LinkPurpose.Confirm, 42, Now));
        for (var at = 0; at < text.Length; at++)
        {
            foreach (var other in Alphabet.Where(other => other != text[at]))
                Assert.Null(Keys.Recognise($"{text[..at]}{other}{text[(at + 1)..]}", LinkPurpose.Confirm));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData(".....")]
    [InlineData("1.1c0c07f9.u.42.-.")]
    [InlineData("1.1c0c07f9.u.99999999999999999999999.-.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("1.1c0c07f9.u.é.-.\ud800AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void WhateverTheTextNothingIsThrown(string text) => Assert.Null(Keys.Recognise(text, LinkPurpose.Unsubscribe));

    [Fact]
    public void NothingIsAroundATokenAndNoAncientNumberInIt()
    {
        var text = Keys.Write(new LinkToken(LinkPurpose.Unsubscribe, 42, null));

        foreach (var other in new[] { $"{text}=", $" {text}", $"{text}\n", $"{text}.", text.Replace(".42.", ".042.", StringComparison.Ordinal), text.Replace(".42.", ".+42.", StringComparison.Ordinal) })
            Assert.Null(Keys.Recognise(other, LinkPurpose.Unsubscribe));
    }

    private static LinkKey KeyOf(byte value) => new([.. Enumerable.Repeat(value, LinkKey.SecretBytes)]);

    private static IEnumerable<LinkToken> SomeTokens(int subject) => Enum.GetValues<LinkPurpose>()
        .SelectMany(purpose => new[] { new LinkToken(purpose, subject, null), new LinkToken(purpose, subject, Now + Duration.FromDays(subject)) });

    private static string Tampered(string text, Random random)
    {
        var parts = text.Split('.');
        switch (random.Next(8))
        {
            case 0:
                return Mutated(text, 1, random);
            case 1:
                return Mutated(text, random.Next(2, 9), random);
            case 2:
                return text[..random.Next(text.Length)];
            case 3:
                return text.Insert(random.Next(text.Length + 1), Alphabet[random.Next(Alphabet.Length)].ToString());
            case 4:
                parts[2] = "cpue".Replace(parts[2], "", StringComparison.Ordinal)[random.Next(3)].ToString();
                return string.Join('.', parts);
            case 5:
                parts[3] = random.NextInt64(1, long.MaxValue).ToString(CultureInfo.InvariantCulture);
                return string.Join('.', parts);
            case 6:
                parts[4] = parts[4] == "-" ? "1999999999" : random.Next(2) == 0 ? "-" : "1999999999";
                return string.Join('.', parts);
            default:
                // Signed, but by somebody else: under their own key's name, or under ours.
                var foreign = new LinkKeys([new LinkKey([.. RandomBytes(random)])]).Write(new LinkToken(LinkPurpose.Unsubscribe, random.Next(1, 51), null)).Split('.');
                foreign[1] = random.Next(2) == 0 ? parts[1] : foreign[1];
                return string.Join('.', foreign);
        }
    }

    private static string Mutated(string text, int times, Random random)
    {
        var characters = text.ToCharArray();
        for (var time = 0; time < times; time++)
        {
            var at = random.Next(characters.Length);
            characters[at] = Alphabet[(Alphabet.IndexOf(characters[at], StringComparison.Ordinal) + random.Next(1, Alphabet.Length)) % Alphabet.Length];
        }

        return new string(characters);
    }

    private static ImmutableArray<byte> RandomBytes(Random random)
    {
        var bytes = new byte[LinkKey.SecretBytes];
        random.NextBytes(bytes);
        return [.. bytes];
    }
}
