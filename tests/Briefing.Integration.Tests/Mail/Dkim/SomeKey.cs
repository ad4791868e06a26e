using System.Security.Cryptography;
using Briefing.Worker.Mail.Dkim;

namespace Briefing.Integration.Tests.Mail.Dkim;

/// <summary>A key of the test run's own.</summary>
internal static class SomeKey
{
    private static readonly RSA Rsa = RSA.Create(2048);

    public static string Pem { get; } = Rsa.ExportPkcs8PrivateKeyPem();

    public static DkimKey Key { get; } =
        DkimKey.TryRead("briefing.example", "spring26", Pem, out var key, out var reason) ? key : throw new InvalidOperationException(reason);

    public static RSA Public => Rsa;

    public static DkimSigner Signer { get; } = new(Key);
}
