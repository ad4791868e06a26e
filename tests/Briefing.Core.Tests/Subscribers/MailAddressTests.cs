using Briefing.Core.Subscribers;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Core.Tests.Subscribers;

public class MailAddressTests
{
    [Theory]
    [InlineData("ana@example.org", "ana@example.org")]
    [InlineData("  ana@example.org\t", "ana@example.org")]
    [InlineData("Ana.Sole@Example.ORG", "ana.sole@example.org")]
    [InlineData("ana+briefing@example.org", "ana+briefing@example.org")]
    [InlineData("o'hara@example.org", "o'hara@example.org")]
    [InlineData("ana@münchen.example", "ana@xn--mnchen-3ya.example")]
    [InlineData("ana@MÜNCHEN.example", "ana@xn--mnchen-3ya.example")]
    [InlineData("ana@XN--MNCHEN-3YA.example", "ana@xn--mnchen-3ya.example")]
    [InlineData("ana@例え。テスト", "ana@xn--r8jz45g.xn--zckzah")]
    [InlineData("JÖRG@example.org", "jörg@example.org")]
    [InlineData("用户@example.org", "用户@example.org")]
    [InlineData("=cmd@example.org", "=cmd@example.org")]
    public void SpellingsOfOneMailboxHaveOneKey(string given, string key)
    {
        var address = MailAddress.Parse(given);

        Assert.Equal(key, address.Key);
        Assert.Equal(given.Trim(), address.Given);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ana")]
    [InlineData("@example.org")]
    [InlineData("ana@")]
    [InlineData("ana@example..org")]
    [InlineData("ana@example.org.")]
    [InlineData("ana@-example.org")]
    [InlineData("ana@exa mple.org")]
    [InlineData("ana sole@example.org")]
    [InlineData("ana.@example.org")]
    [InlineData("\"ana sole\"@example.org")]
    [InlineData("ana@example.org, ben@example.org")]
    [InlineData("ana@example.org\r\nRCPT TO:<ben@example.org>")]
    [InlineData("a\u200Bna@example.org")]
    [InlineData("a\u202Ena@example.org")]
    [InlineData("ana@[192.0.2.1]")]
    [InlineData("Ana <ana@example.org>")]
    public void WhatIsNoAddressIsRefusedWithAReasonThatDoesNotRepeatIt(string text)
    {
        Assert.False(MailAddress.TryParse(text, out _, out var reason));

        Assert.NotEmpty(reason!);
        Assert.DoesNotContain("example", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void ALocalPartHas64OctetsAtMostInCapitalsAndInSmallLetters()
    {
        Assert.True(MailAddress.TryParse(new string('a', 64) + "@example.org", out _, out _));
        Assert.False(MailAddress.TryParse(new string('a', 65) + "@example.org", out _, out _));
        // Two octets each as a capital, three as a small letter.
        Assert.False(MailAddress.TryParse(new string('Ⱥ', 30) + "@example.org", out _, out _));
    }

    [Fact]
    public void AKeyIsItsOwnKey() => Check.QuickThrowOnFailure(Prop.ForAll(
        Addresses.ToArbitrary(),
        text => !MailAddress.TryParse(text, out var address, out _) || MailAddress.Parse(address.Key).Key == address.Key));

    [Fact]
    public void CapitalsMakeNoOtherKey() => Check.QuickThrowOnFailure(Prop.ForAll(
        AddressesOf("a", "B", "z9", "+", "-", "'", ".", "x.y", "_").ToArbitrary(),
        text => !MailAddress.TryParse(text, out var address, out _) || MailAddress.Parse(text.ToUpperInvariant()).Key == address.Key));

    private static Gen<string> Addresses =>
        AddressesOf("a", "B", "z9", "É", "İ", "ſ", "ß", "Σ", "ς", "K", "東京", "Ⱥ", "e\u0301", "+", "-", "'", ".", "x.y", "_", "Ж", "\U00010400");

    private static Gen<string> AddressesOf(params string[] pieces)
    {
        var part = Gen.Elements(pieces).NonEmptyListOf().Select(string.Concat);
        return part.SelectMany(local => part.Select(domain => $"{local}@{domain}.example"));
    }
}
