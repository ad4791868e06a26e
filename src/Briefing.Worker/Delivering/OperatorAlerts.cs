using System.Text.Json;
using System.Text.Json.Serialization;
using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>Tells the operators by mail, where they have an address, through the same outbox as everything else.</summary>
/// <param name="domain">The right side of Message-IDs; null where nobody is to be told by mail.</param>
/// <param name="tell">Told each alert's title and lines: a log or a terminal.</param>
internal sealed class OperatorAlerts(string? domain, Action<string> tell)
{
    private static readonly Duration TryFor = Duration.FromHours(12);

    /// <summary>It is told once it stands in the database: work that is given up tells of nothing, and what is tried again tells once.</summary>
    /// <param name="lines">No address and no news text in them.</param>
    public void Raise(StorageSession session, string title, IReadOnlyList<string> lines, Instant now)
    {
        session.AfterCommit(() => tell($"{title}: {string.Join("; ", lines)}"));
        if (domain is not null)
            NoticeStore.Enqueue(session, DeliveryKind.Alert, subscriber: null, JsonSerializer.Serialize(new AlertNotice(title, lines), NoticeJson.Default.AlertNotice), domain, now, now + TryFor);
    }
}

/// <summary>What an alert says. Null where it is no longer kept.</summary>
internal sealed record AlertNotice(string? Title, IReadOnlyList<string>? Lines);

/// <summary>What a confirmation asks for. Null where it is no longer kept.</summary>
internal sealed record ConfirmationNotice(IReadOnlyList<string>? Lists);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AlertNotice))]
[JsonSerializable(typeof(ConfirmationNotice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
