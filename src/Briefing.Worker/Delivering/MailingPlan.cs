using Briefing.Core.Deliveries;
using Briefing.Core.Model;
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
