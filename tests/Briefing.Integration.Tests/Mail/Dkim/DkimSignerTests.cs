using System.Security.Cryptography;
using System.Text;
using Briefing.Integration.Tests.Mail.Messages;
using Briefing.Integration.Tests.Rendering;
using Briefing.Worker.Mail.Dkim;
using FsCheck;
using FsCheck.Fluent;

namespace Briefing.Integration.Tests.Mail.Dkim;

public class DkimSignerTests
{
    private static readonly string Signed =
        Encoding.Latin1.GetString(SomeDelivery.MessageFor(SomeDelivery.TemplateOf(SomeEdition.Full()), 1, SomeKey.Signer));

    [Fact]
    public void ASignedMessageVerifies() => Assert.True(Verifies(Signed));

    [Theory]
    [InlineData("Subject: ", "Subject: x")]
    [InlineData("\r\nTo: ", "\r\nTo: x")]
    [InlineData("List-Unsubscribe: <https://briefing", "List-Unsubscribe: <https://phishing")]
    [InlineData("List-Unsubscribe-Post: List", "List-Unsubscribe-Post: Mist")]
    [InlineData("Date: Tue", "Date: Wed")]
    [InlineData("\r\nFrom: ", "\r\nFrom: <other@evil.example>\r\nFrom: ")]
    [InlineData("\r\nMIME-Version", "\r\nSubject: Another\r\nMIME-Version")]
    [InlineData("\r\nMIME-Version", "\r\nCc: someone@else.example\r\nMIME-Version")]
    [InlineData("\r\nMIME-Version", "\r\nContent-Transfer-Encoding: base64\r\nMIME-Version")]
    [InlineData("%", "!")]
    [InlineData("/unsubscribe/", "/subscribe/")]
    public void WhateverIsChangedOnTheWayBreaksIt(string from, string to)
    {
        var at = Signed.IndexOf(from, StringComparison.Ordinal);

        Assert.False(Verifies(string.Concat(Signed.AsSpan(0, at), to, Signed.AsSpan(at + from.Length))));
    }

    [Fact]
    public void WhatServersDoToWhiteSpaceDoesNotBreakIt() =>
        Assert.True(Verifies(Signed.Replace("\r\nList-Id: ", "\r\nLIST-ID:\t ", StringComparison.Ordinal) + "\r\n\r\n"));

    [Fact]
    public void LinesOfTheSignatureAreShort() =>
        Assert.All(Signed[..Signed.IndexOf("\r\nDate:", StringComparison.Ordinal)].Split("\r\n"), line => Assert.InRange(line.Length, 1, 78));

    [Fact]
    public void TheCanonicalBodyIsTheStandardsOwn()
    {
        // RFC 6376, 3.4.5.
        Assert.Equal(" C\r\nD E\r\n", DkimVerifier.Body(" C \r\nD \t E\r\n\r\n\r\n"));
        Assert.Equal(" C\r\nD E\r\n\r\n\r\n", Encoding.ASCII.GetString(RelaxedCanonical.Body(" C \r\nD \t E\r\n\r\n\r\n"u8.ToArray()).Span));
        Assert.Equal("a:X", RelaxedCanonical.Header("A: X"));
        Assert.Equal("b:Y Z", RelaxedCanonical.Header("B : Y\t\r\n\tZ  "));
    }

    [Fact]
    public void BothWaysToTheCanonicalBodyAgree() => Prop.ForAll(
        Gen.Elements("a", " ", "  ", "\t", "\r\n", ".", "=20").ListOf().Select(bits => string.Concat(bits) + "end\r\n").ToArbitrary(),
        body => Encoding.ASCII.GetString(RelaxedCanonical.Body(Encoding.ASCII.GetBytes(body)).Span) == DkimVerifier.Body(body)).QuickCheckThrowOnFailure();

    [Fact]
    public void KeysThatProveNothingAreRefusedWithTheReason()
    {
        using var small = RSA.Create(512);
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var faults = new[]
        {
            (small.ExportPkcs8PrivateKeyPem(), "512 bits"),
            (SomeKey.Public.ExportSubjectPublicKeyInfoPem(), "no single private key"),
            (curve.ExportPkcs8PrivateKeyPem(), "no single private key"),
            (SomeKey.Public.ExportEncryptedPkcs8PrivateKeyPem("phrase", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1000)), "pass phrase"),
            ("nothing", "no single private key"),
        };

        Assert.All(faults, fault =>
        {
            Assert.False(DkimKey.TryRead("a.example", "s", fault.Item1, out _, out var reason));
            Assert.Contains(fault.Item2, reason, StringComparison.Ordinal);
        });
    }

    private static bool Verifies(string message) => DkimVerifier.Verifies(Encoding.Latin1.GetBytes(message), SomeKey.Public);
}
