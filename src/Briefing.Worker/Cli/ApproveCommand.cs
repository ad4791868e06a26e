using System.CommandLine;
using Briefing.Core.Deliveries;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Worker.Configuration;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing approve</c> and <c>briefing hold</c>: a person's word on an edition before, or while, it is mailed.</summary>
internal static class ApproveCommand
{
    public static Command CreateApprove(CommandContext context) => Create(
        context, "approve", "Agree that an edition is mailed. Where its time has come the worker, or briefing deliver, mails it; one that was held goes on.", ApprovalDecision.Approved);

    public static Command CreateHold(CommandContext context) => Create(
        context, "hold", "Keep an edition from being mailed, or stop what has not been sent yet, until somebody says approve.", ApprovalDecision.Held);

    private static Command Create(CommandContext context, string name, string description, ApprovalDecision decision)
    {
        var date = new Option<string?>("--date") { Description = "The edition's day, as 2026-03-10 or 2026-03-10@2. Default: the entry's latest.", HelpName = "DATE" };
        var person = new Option<string?>("--by") { Description = "Who says so, for the record. Default: the user of the system.", HelpName = "NAME" };
        var stored = new StoredEditions(context);
        var command = new Command(name, description) { date, person };
        stored.AddTo(command);
        command.SetAction(parsed => stored.Use(parsed, (database, entry) =>
        {
            var edition = EditionOf(context, stored, database, entry, parsed.GetValue(date));
            return edition is null ? ExitCode.BadUsage : Decide(context, database, entry, edition, decision, parsed.GetValue(person) ?? Environment.UserName);
        }));
        return command;
    }

    // Where no version is named: the one that waits for a word, and not a later one that was made and never sent.
    private static EditionRecord? EditionOf(CommandContext context, StoredEditions stored, BriefingDatabase database, EntryOptions entry, string? reference)
    {
        var named = reference is null ? null : EditionReference.Parse(reference, out _);
        if ((reference is null || named is { Version: null })
            && database.Read(session => MailingStore.FindOpen(session, entry.Name, entry.SubscriberList(), named?.Date)) is { } open)
            return database.Read(session => EditionStore.Find(session, open));
        if (reference is not null)
            return stored.Find(database, entry, reference);
        var found = database.Read(session => EditionStore.Latest(session, entry.Name));
        if (found is null)
            context.Refuse($"there is no edition of \"{entry.Name}\" yet");
        return found;
    }

    private static int Decide(CommandContext context, BriefingDatabase database, EntryOptions entry, EditionRecord edition, ApprovalDecision decision, string person)
    {
        var now = context.Clock.GetCurrentInstant();
        var name = $"--entry {entry.Name} --date {edition.Date:uuuu-MM-dd}@{edition.Version}";
        var (done, told) = database.Write(session =>
        {
            var mailing = MailingStore.Find(session, edition.Id, entry.SubscriberList());
            if (mailing?.State == MailingState.Done)
                return (false, $"{edition} {(mailing.Reason is { } reason ? $"is not mailed any more: {reason}" : "has been mailed already")}");
            MailingStore.Decide(session, edition.Id, decision, person, now);
            return (true, (mailing?.State, decision) switch
            {
                (MailingState.Sending, ApprovalDecision.Held) => Hold(session, mailing!, edition, person),
                (MailingState.Held, ApprovalDecision.Approved) => GoOn(session, mailing!, edition, now),
                (MailingState.Sending, ApprovalDecision.Approved) => $"{edition} is approved, and is being mailed",
                (MailingState.Withheld, ApprovalDecision.Approved) => $"{edition} is approved; it was withheld ({mailing!.Reason}), so briefing deliver {name} mails it",
                (MailingState.Stopped, ApprovalDecision.Approved) => $"{edition} is approved; it was stopped ({mailing!.Reason}), so briefing deliver {name} --resume goes on",
                (_, ApprovalDecision.Approved) => $"{edition} is approved; {(edition.DueAt is null ? $"briefing deliver {name} mails it" : "the worker mails it when it is due")}",
                (MailingState.Stopped, _) => $"{edition} is held: --resume does not go on with it until briefing approve",
                _ => $"{edition} is held: it is mailed to nobody until briefing approve",
            });
        });
        if (!done)
            return context.Refuse(told);
        context.Output.WriteLine(told);
        return ExitCode.Done;
    }

    private static string Hold(StorageSession session, MailingRecord mailing, EditionRecord edition, string person)
    {
        MailingStore.Move(session, mailing.Id, MailingState.Held, $"held by {person}");
        return $"{edition} is held: what has not been sent yet stays here until briefing approve";
    }

    private static string GoOn(StorageSession session, MailingRecord mailing, EditionRecord edition, Instant now)
    {
        var deadline = Instant.Max(mailing.Deadline, now + Duration.FromHours(1));
        MailingStore.Start(session, mailing.Id, now, deadline, mailing.Corrects);
        OutboxStore.Reopen(session, mailing.Id, expired: true, held: false, now, deadline);
        return $"{edition} goes on";
    }
}
