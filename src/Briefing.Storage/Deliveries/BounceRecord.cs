using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Briefing.Core.Deliveries;

namespace Briefing.Storage.Deliveries;

/// <summary>One failure, or complaint, of one subscriber.</summary>
/// <param name="Notice">SHA-256 of what told of it, in hexadecimal: the same notice counts once.</param>
/// <param name="Delivery">Null where the notice named an address only: it is kept, and held against nobody.</param>
/// <param name="Status">Null where none was given.</param>
/// <param name="Said">The server's words, which may name the reader; null without any.</param>
public sealed record BounceRecord(string Notice, long Subscriber, long? Delivery, BounceKind Kind, EnhancedStatus? Status, string? Said)
{
    /// <summary>For a refusal in our own dialogue, which comes without a notice.</summary>
    /// <param name="key">The delivery's.</param>
    /// <param name="attempt">Its number.</param>
    public static string NoticeOf(string key, int attempt) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"refusal {key} {attempt}"))));
}

/// <summary>A delivery that a notice names.</summary>
/// <param name="Subscriber">Null: it went to the operators.</param>
/// <param name="HandedOver">Whether a server has it, or may have it: nobody else can send notices about it.</param>
public sealed record BouncedDelivery(long Id, long? Subscriber, bool HandedOver);
