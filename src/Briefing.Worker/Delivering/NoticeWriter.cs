using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using Briefing.Worker.Rendering;
using Briefing.Worker.Rendering.Models;
using Briefing.Worker.Rendering.Templates;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>Writes the mails that bring no edition, from what is stored of them; the same values give the same bytes.</summary>
internal sealed class NoticeWriter(BriefingConfiguration configuration, MailSetup mail, LinkKeys links)
{
    private static readonly Duration ConfirmationLasts = Duration.FromDays(7);

    private readonly Lock _lock = new();
    private NoticeRenderer? _renderer;

    /// <exception cref="CannotComposeException">What it is about is no longer there.</exception>
    public RenderedNotice Write(DeliveryRecord delivery)
    {
        var notice = delivery.Kind == DeliveryKind.Alert ? AlertOf(delivery) : ConfirmationOf(delivery);
        // Renderers are not for several threads at once.
        lock (_lock)
        {
            _renderer ??= new NoticeRenderer(ActiveTemplates.Load(configuration));
            return _renderer.Render(notice);
        }
    }

    private static Notice AlertOf(DeliveryRecord delivery)
    {
        var alert = Read(delivery, NoticeJson.Default.AlertNotice);
        return Notice.Alert(alert.Title ?? throw NoLonger(), alert.Lines ?? throw NoLonger());
    }

    private Notice ConfirmationOf(DeliveryRecord delivery)
    {
        if (mail.Site is null || delivery.Subscriber is not { } subscriber)
            throw new CannotComposeException("there is no \"site\" in briefing.json any more, where the address could be confirmed");
        var lists = Read(delivery, NoticeJson.Default.ConfirmationNotice).Lists ?? throw NoLonger();
        var until = delivery.Dated + ConfirmationLasts;
        var page = $"{mail.Site.AbsoluteUri.TrimEnd('/')}/confirm/{links.Write(new LinkToken(LinkPurpose.Confirm, subscriber, until))}";
        return Notice.Confirmation([.. lists.Select(FactOf)], page, InWords(until), configuration.Briefing.Title);
    }

    // What comes and when, as the schedule has it.
    private NoticeFact FactOf(string list)
    {
        var title = configuration.Briefing.Lists.FirstOrDefault(option => option.Name == list)?.Title;
        var entry = configuration.Schedule.Entries.FirstOrDefault(option => option.SubscriberList() == list);
        title ??= entry?.Title ?? configuration.Briefing.Title;
        return new NoticeFact(title, entry is { At: { } at } ? $"{(entry.Calendar.Base == CalendarKind.Daily ? "each day" : "each working day")} at {at.ToString("HH:mm", CultureInfo.InvariantCulture)}, {ZoneInWords(entry)}" : null);
    }

    private string InWords(Instant instant)
    {
        var zone = DateTimeZoneProviders.Tzdb[configuration.Schedule.Entries[0].TimeZone];
        var there = instant.InZone(zone);
        return string.Create(CultureInfo.InvariantCulture, $"{there:HH:mm} {there.GetZoneInterval().Name} on {there:d MMMM uuuu}");
    }

    private static string ZoneInWords(EntryOptions entry) => $"{entry.TimeZone[(entry.TimeZone.LastIndexOf('/') + 1)..].Replace('_', ' ')} time";

    private static CannotComposeException NoLonger(Exception? cause = null) => new("the notice is no longer kept, or was written by another version", cause);

    private static T Read<T>(DeliveryRecord delivery, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(delivery.Notice ?? "{}", type) ?? throw NoLonger();
        }
        catch (JsonException fault)
        {
            throw NoLonger(fault);
        }
    }
}

/// <summary>Tells the operators by mail, where they have an address, through the same outbox as everything else.</summary>
/// <param name="domain">The right side of Message-IDs; null where nobody is to be told by mail.</param>
/// <param name="tell">Told each alert's title and lines: a log or a terminal.</param>
internal sealed class OperatorAlerts(string? domain, Action<string> tell)
{
    private static readonly Duration TryFor = Duration.FromHours(12);

    /// <summary>It is reported once it stands in the database: work that is given up reports nothing, and what is tried again reports once.</summary>
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
