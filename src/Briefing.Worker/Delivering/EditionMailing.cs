using Briefing.Core.Deliveries;
using Briefing.Core.Model;
using Briefing.Core.Scheduling;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using Briefing.Worker.Mail;
using NodaTime;

namespace Briefing.Worker.Delivering;

/// <summary>
/// Brings a made edition on its way to its list: asks whether it may go, and puts its deliveries into the outbox. People and other
/// programs may speak meanwhile: what was decided is done only where all that it was decided on still holds, in the same transaction.
/// </summary>
internal sealed class EditionMailing(BriefingConfiguration configuration, BriefingDatabase database, MailSetup mail, OperatorAlerts alerts, IClock clock)
{
    private static readonly RelativeTime DeliverUntil = RelativeTime.Away(Duration.FromHours(4));
    private static readonly RelativeTime ApproveUntil = RelativeTime.Away(Duration.FromHours(2));

    /// <summary>An edition that is late is still tried, and its approval waited for, for as long.</summary>
    private static readonly Duration AtLeast = Duration.FromHours(1);

    /// <summary>Does what can be done now; asked again, it goes on.</summary>
    /// <param name="only">One subscriber; null for the whole list.</param>
    /// <exception cref="StorageException">The database failed.</exception>
    public MailingStep Advance(EntryOptions entry, EditionRecord record, long? only = null)
    {
        if (only is null && record.DueAt > clock.GetCurrentInstant())
            return new MailingStep.NotDue(record.DueAt.Value);
        var edition = database.Read(session => EditionContents.Read(session, record))!;
        MailRendering? rendering = null;
        while (true)
        {
            var plan = PlanOf(entry, record, edition, only, database.Read(session => Situation(session, entry, record)));
            if (plan.Standing is { } standing)
                return standing;
            rendering ??= plan.Gate is MailingGate.Open ? RenderingOf(plan) : null;
            if (Carry(plan, rendering) is { } step)
                return step;
        }
    }

    private MailRendering RenderingOf(MailingPlan plan)
    {
        var corrects = plan.Known?.Corrects ?? database.Read(session => MailingStore.SentBefore(session, plan.Record, plan.List));
        return new MailRendering(configuration, database, mail, plan.Record, plan.Edition, OptionsOf(plan.List)?.Title, corrects);
    }

    private static MailingSituation Situation(StorageSession session, EntryOptions entry, EditionRecord record) => new(
        MailingStore.Find(session, record.Id, entry.SubscriberList()),
        MailingStore.DecisionOn(session, record.Id),
        MailingStore.SentAfter(session, record, entry.SubscriberList()));

    private MailingPlan PlanOf(EntryOptions entry, EditionRecord record, Edition edition, long? only, MailingSituation situation)
    {
        var now = clock.GetCurrentInstant();
        var zone = DateTimeZoneProviders.Tzdb[entry.TimeZone];
        // Made by hand it is due when it was first to be sent.
        var begun = situation.Known?.BegunAt ?? now;
        var due = record.DueAt ?? begun;
        return new MailingPlan(entry, record, edition, only, situation, now)
        {
            Deadline = Instant.Max((entry.DeliverUntil ?? DeliverUntil).After(due, zone), now + AtLeast),
            Gate = GateOf(entry, edition, situation, due, begun, now),
        };
    }

    private MailingGate GateOf(EntryOptions entry, Edition edition, MailingSituation situation, Instant due, Instant begun, Instant now)
    {
        var zone = DateTimeZoneProviders.Tzdb[entry.TimeZone];
        var planned = (entry.ApproveUntil ?? ApproveUntil).After(due, zone);
        var approveUntil = Instant.Max(planned, begun + Duration.Min(planned - due, AtLeast));
        if (!mail.IsPickup && mail.UnsubscribeBase is null)
            return new MailingGate.Shut("there is no way to unsubscribe: \"site\" or \"mail.unsubscribeBase\" is missing in briefing.json");
        return MailingGate.Of(new MailingQuestion
        {
            Now = now,
            AboveCeiling = MarkingCeiling.FaultOf(edition.Marking, OptionsOf(entry.SubscriberList())?.MarkingCeiling, configuration.Briefing.Markings),
            Decision = situation.Decision?.Decision,
            NeedsApproval = entry.Approval == ApprovalKind.Required,
            ApproveUntil = approveUntil,
            SendUnapproved = entry.WithoutApproval == WithoutApproval.Send,
            HoldUntil = Instant.Max(approveUntil, Instant.Max((entry.DeliverUntil ?? DeliverUntil).After(due, zone), begun + AtLeast)),
        });
    }

    private ListOptions? OptionsOf(string list) => configuration.Briefing.Lists.FirstOrDefault(option => option.Name == list);

    /// <returns>Null where it was decided on what no longer holds.</returns>
    private MailingStep? Carry(MailingPlan plan, MailRendering? rendering)
    {
        var topics = EditionTopics.Of(plan.Edition);
        var messages = rendering?.Of(database.Read(session => FanOut.Choices(session, plan.List, topics, plan.Only)).Choices.Keys) ?? [];
        return database.Write<MailingStep?>(session =>
        {
            if (Situation(session, plan.Entry, plan.Record) != plan.Situation)
                return null;
            switch (plan.Gate)
            {
                case MailingGate.Wait wait:
                    return Wait(session, plan, wait);
                case MailingGate.Shut shut:
                    return Withhold(session, plan, shut.Reason);
            }

            var (choices, wantNothing) = FanOut.Choices(session, plan.List, topics, plan.Only);
            var ready = messages.Select(message => message.Choice).ToHashSet();
            if (!choices.Keys.All(ready.Contains))
                return null;
            var mailing = Start(session, plan, rendering!.Corrects);
            var ids = messages.ToDictionary(message => message.Choice, message => MessageStore.Keep(session, message));
            var readers = FanOut.Add(session, mailing, plan.Record, topics, ids, mail.Identity.From.Domain, plan.Now, plan.Only);
            MailingStore.CloseIfEnded(session, mailing.Id);
            return new MailingStep.Sent(mailing, readers, wantNothing, messages.Length, rendering.Faults);
        });
    }

    private MailingStep.Waiting Wait(StorageSession session, MailingPlan plan, MailingGate.Wait wait)
    {
        // With the question to the operators in one transaction: it is asked once.
        if (plan.Known is null)
            alerts.Raise(session, $"{plan.Record} {wait.Reason}", Question(plan, wait), plan.Now);
        var mailing = MailingStore.Begin(session, plan.Record.Id, plan.List, plan.Now, plan.Deadline);
        if (mailing.State == MailingState.Waiting)
            MailingStore.Move(session, mailing.Id, MailingState.Waiting, wait.Reason);
        return new MailingStep.Waiting(wait.Until, wait.Reason);
    }

    private static string[] Question(MailingPlan plan, MailingGate.Wait wait)
    {
        var until = wait.Until.InZone(DateTimeZoneProviders.Tzdb[plan.Entry.TimeZone]);
        var goes = plan.Situation.Decision is null && plan.Entry.WithoutApproval == WithoutApproval.Send;
        return
        [
            $"it goes to the list \"{plan.List}\" once someone says: briefing approve --entry {plan.Entry.Name} --date {plan.Record.Date:uuuu-MM-dd}@{plan.Record.Version}",
            $"else it is {(goes ? "mailed all the same" : "withheld")} at {until:HH:mm} on {until.Date:uuuu-MM-dd}",
        ];
    }

    private MailingStep.Withheld Withhold(StorageSession session, MailingPlan plan, string reason)
    {
        // What was asked for one reader decides nothing for the list.
        if (plan.Only is null && (plan.Known is not { State: MailingState.Withheld } known || known.Reason != reason))
        {
            var mailing = MailingStore.Begin(session, plan.Record.Id, plan.List, plan.Now, plan.Deadline);
            MailingStore.Move(session, mailing.Id, MailingState.Withheld, reason);
            EditionStore.Advance(session, plan.Record, EditionState.Done);
            alerts.Raise(session, $"{plan.Record} goes to nobody on the list \"{plan.List}\"", [reason], plan.Now);
        }

        return new MailingStep.Withheld(plan.List, reason);
    }

    private MailingRecord Start(StorageSession session, MailingPlan plan, long? corrects)
    {
        var mailing = MailingStore.Begin(session, plan.Record.Id, plan.List, plan.Now, plan.Deadline);
        if (plan.Only is not null && !mailing.IsFannedOut)
        {
            // To one reader only: the list is still to be served, at its time.
            MailingStore.Move(session, mailing.Id, MailingState.Waiting, reason: null);
            return MailingStore.Find(session, mailing.Id)!;
        }

        if (plan.Gate is MailingGate.Open { Unapproved: true } && !mailing.IsFannedOut)
            alerts.Raise(session, $"{plan.Record} is mailed without approval", ["nobody had said briefing approve or briefing hold in time"], plan.Now);
        if (mailing.State != MailingState.Sending)
            MailingStore.Start(session, mailing.Id, plan.Now, plan.Deadline, corrects);
        MailingStore.Replace(session, plan.Record, plan.List, plan.Now);
        EditionStore.Advance(session, plan.Record, EditionState.FannedOut);
        return MailingStore.Find(session, mailing.Id)!;
    }
}
