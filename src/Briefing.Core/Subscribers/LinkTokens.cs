using System.Buffers.Text;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;

namespace Briefing.Core.Subscribers;

/// <summary>
/// Writes the links' tokens and knows its own again. The newest key signs and all verify, so that a new key leaves the links of old mails good.
/// <code>1.KEY.PURPOSE.SUBJECT.EXPIRY.SIGNATURE</code>
/// Letters, digits, dots, hyphens and underscores only, at most <see cref="LongestText"/>. EXPIRY is in Unix seconds, or "-". The
/// signature is HMAC-SHA256 over all that stands before it, in base64url; it ends with a letter or digit, so that a mail program which
/// makes links of text takes it whole.
/// </summary>
public sealed class LinkKeys
{
    /// <summary>Characters.</summary>
    public const int LongestText = 90;

    private const string Version = "1";
    private const string Never = "-";

    // What is signed begins with this, should the key ever sign something else, too.
    private const string Domain = "briefing link ";

    private static readonly (LinkPurpose Purpose, string Letter)[] Purposes =
        [(LinkPurpose.Confirm, "c"), (LinkPurpose.Preferences, "p"), (LinkPurpose.Unsubscribe, "u"), (LinkPurpose.Pack, "e")];

    private readonly FrozenDictionary<string, LinkKey> _keys;
    private readonly LinkKey _newest;

    /// <param name="keys">From the oldest to the newest; at least one.</param>
    public LinkKeys(ImmutableArray<LinkKey> keys)
    {
        if (keys.IsEmpty)
            throw new ArgumentException("Without a key nothing can be signed.", nameof(keys));
        _keys = keys.DistinctBy(key => key.Id, StringComparer.Ordinal).ToFrozenDictionary(key => key.Id, StringComparer.Ordinal);
        _newest = keys[^1];
    }

    /// <summary>The same token gives the same text as long as no newer key has come.</summary>
    public string Write(LinkToken token)
    {
        if (token.Subject < 1)
            throw new ArgumentException("Nothing stored has such an id.", nameof(token));
        var letter = Purposes.First(pair => pair.Purpose == token.Purpose).Letter;
        var expiry = token.Expires is { } expires ? expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : Never;
        var signed = string.Create(CultureInfo.InvariantCulture, $"{Version}.{_newest.Id}.{letter}.{token.Subject}.{expiry}");
        return $"{signed}.{SignatureOf(signed, _newest)}";
    }

    /// <summary>The token, where one of these keys has signed it for this purpose and it is still good; else null, whatever the text.</summary>
    public LinkToken? Read(string text, LinkPurpose purpose, Instant now) => Recognise(text, purpose) is { } token && !token.IsExpiredAt(now) ? token : null;

    /// <summary>The same also where it is no longer good: for telling people what to do. Nothing is to be done on its word.</summary>
    public LinkToken? Recognise(string text, LinkPurpose purpose)
    {
        if (text.Length > LongestText || text.LastIndexOf('.') is not (var end and > 0))
            return null;
        var signed = text[..end];
        var parts = signed.Split('.');
        if (parts.Length != 5 || parts[0] != Version || !_keys.TryGetValue(parts[1], out var key))
            return null;

        // Nothing is read of it before this; and since the signature is compared as it is written, there is one text only for a token.
        var expected = Encoding.UTF8.GetBytes(SignatureOf(signed, key));
        if (!CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(text[(end + 1)..])))
            return null;
        var token = new LinkToken(
            Purposes.First(pair => pair.Letter == parts[2]).Purpose,
            long.Parse(parts[3], CultureInfo.InvariantCulture),
            parts[4] == Never ? null : Instant.FromUnixTimeSeconds(long.Parse(parts[4], CultureInfo.InvariantCulture)));
        return token.Purpose == purpose ? token : null;
    }

    private static string SignatureOf(string signed, LinkKey key) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(key.Secret.AsSpan(), Encoding.UTF8.GetBytes(Domain + signed)));
}

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

/// <summary>What a link in a mail says. It is not secret, and no address is in it.</summary>
/// <param name="Subject">A subscriber's id; for <see cref="LinkPurpose.Pack"/> an edition's. From 1.</param>
/// <param name="Expires">The first instant at which it is no longer good, in whole seconds (a part of one is cut off); null where it stays good.</param>
public sealed record LinkToken(LinkPurpose Purpose, long Subject, Instant? Expires)
{
    public bool IsExpiredAt(Instant now) => now >= Expires;
}

/// <summary>What a link in a mail is for. One made for one purpose is good for no other.</summary>
public enum LinkPurpose
{
    /// <summary>The answer that an address is asked for before it gets editions.</summary>
    Confirm,

    Preferences,

    Unsubscribe,

    /// <summary>An edition's pack.</summary>
    Pack,
}
