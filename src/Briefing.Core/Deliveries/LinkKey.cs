using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Briefing.Core.Deliveries;

/// <summary>One key of <see cref="LinkKeys"/>.</summary>
public sealed class LinkKey
{
    public const int SecretBytes = 32;

    private const int IdBytes = 4;

    /// <exception cref="ArgumentException">It is not as long as it must be.</exception>
    public LinkKey(ImmutableArray<byte> secret)
    {
        if (secret.Length != SecretBytes)
            throw new ArgumentException($"A key has {SecretBytes} bytes.", nameof(secret));
        Secret = secret;
        Id = Convert.ToHexStringLower(HMACSHA256.HashData(secret.AsSpan(), "briefing link key"u8)[..IdBytes]);
    }

    /// <summary>8 hexadecimal digits that follow from the secret and do not tell it.</summary>
    public string Id { get; }

    internal ImmutableArray<byte> Secret { get; }

    /// <summary>The secret, for the file that keeps it.</summary>
    public string ToHex() => Convert.ToHexStringLower(Secret.AsSpan());
}
