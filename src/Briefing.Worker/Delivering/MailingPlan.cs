using Briefing.Core.Deliveries;
using Briefing.Core.Model;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>What is to be done with an edition, and what that was decided on.</summary>
internal sealed record MailingPlan(EntryOptions Entry, EditionRecord Record, Edition Edition, long? Only, MailingSituation Situation, Instant Now)
{
    public required MailingGate Gate { get; init; }

    /// <summary>Until when its deliveries are tried.</summary>
    public required Instant Deadline { get; init; }

    public string List => Entry.SubscriberList();

    public MailingRecord? Known => Situation.Known;

    /// <summary>Why nothing is to be done, whatever the gate says; null where something is.</summary>
    public MailingStep? Standing => Situation switch
    {
        { Known: { State: MailingState.Held or MailingState.Stopped } known } => new MailingStep.Standing(known, known.Reason ?? ""),
        { SentAfter: { } version } => new MailingStep.Replaced(version),
        _ => null,
    };
}

/// <summary>What others have stored of an edition's mailing.</summary>
/// <param name="Known">Null: it was never begun.</param>
/// <param name="SentAfter">A later version of the day that went out already; null where none did.</param>
internal sealed record MailingSituation(MailingRecord? Known, ApprovalRecord? Decision, int? SentAfter);

/// <summary>How far an edition has come on its way to its list.</summary>
internal abstract record MailingStep
{
    /// <summary>Its deliveries stand in the outbox.</summary>
    /// <param name="Readers">How many deliveries were asked for; those who have one already are among them.</param>
    /// <param name="WantNothing">Readers of the list who want none of the edition's topics.</param>
    /// <param name="Renderings">Choices of topics and pack.</param>
    /// <param name="Faults">Of rendering; one line each.</param>
    internal sealed record Sent(MailingRecord Mailing, int Readers, int WantNothing, int Renderings, IReadOnlyList<string> Faults) : MailingStep;

    /// <summary>Its time has not come; nothing is stored.</summary>
    internal sealed record NotDue(Instant DueAt) : MailingStep;

    /// <summary>For a person's word.</summary>
    internal sealed record Waiting(Instant Until, string Reason) : MailingStep;

    /// <summary>It was under way and was stopped, by a person or by too many refusals.</summary>
    internal sealed record Standing(MailingRecord Mailing, string Reason) : MailingStep;

    /// <summary>A later version went out already.</summary>
    internal sealed record Replaced(int Version) : MailingStep;

    /// <summary>It goes to nobody.</summary>
    internal sealed record Withheld(string List, string Reason) : MailingStep;
}

/// <summary>How a mailing to one list stands.</summary>
/// <param name="Told">Its deliveries, counted.</param>
/// <param name="Trouble">Why it needs a person; null where it does not.</param>
internal sealed record MailingStatus(MailingRecord Mailing, string Told, string? Trouble)
{
    /// <summary>All of it in one line.</summary>
    public string Line =>
        $"list {Mailing.List}: {Told} ({Trouble ?? (Mailing.State == MailingState.Done ? "done" : Mailing.Reason ?? DeliveryWords.Of(Mailing.State))})";

    public static MailingStatus Of(StorageSession session, MailingRecord mailing)
    {
        var counts = OutboxStore.CountsOf(session, mailing.Id);
        return new MailingStatus(mailing, DeliveryCounts.Tell(counts, OutboxStore.UnknownsOf(session, mailing.Id)), DeliveryCounts.TroubleOf(mailing, counts));
    }
}
