using System.Security.Cryptography;
using Briefing.Core.Model;

namespace Briefing.Worker.Mailing.Messages;

/// <summary>
/// What stands in a rendered edition for that which differs per subscriber. Made from a hash of the whole edition: a news text that
/// wanted to forge one would have to contain its own hash. Each is an address that leads nowhere (RFC 2606), so that it may stand
/// wherever an address or a text may.
/// </summary>
internal sealed record Placeholders
{
    private Placeholders(byte[] hash)
    {
        // No longer: templates break long words.
        var name = Convert.ToHexStringLower(hash)[..20];
        Unsubscribe = $"https://u{name}.invalid/";
        Preferences = $"https://p{name}.invalid/";
        Greeting = $"https://g{name}.invalid/";
    }

    public string Unsubscribe { get; }

    public string Preferences { get; }

    public string Greeting { get; }

    public static Placeholders Of(Edition edition) => new(SHA256.HashData(EditionJson.Write(edition)));
}
