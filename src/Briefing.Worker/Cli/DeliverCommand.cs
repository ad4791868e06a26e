using System.CommandLine;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mail;
using NodaTime;

namespace Briefing.Worker.Cli;

/// <summary><c>briefing deliver</c>: sends a stored edition, or what is due.</summary>
internal static class DeliverCommand
{
    private static readonly Option<string?> Date = new("--date")
    {
        Description = "The stored edition of this day, as 2026-03-10 or 2026-03-10@2, to everyone on its list who has not had it. Without it: what is due in the outbox.",
        HelpName = "DATE",
    };

    private static readonly Option<string?> To = new("--to") { Description = "To this subscriber only.", HelpName = "ADDRESS" };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Show what would be sent, and send nothing." };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with a mailing that was stopped or held, and take up again what had expired." };

    private static readonly Option<bool> RepeatUnknown = new("--repeat-unknown") { Description = "Send those again that may or may not have been accepted and were held; somebody may get it twice." };

    private static readonly Option<string> Output = new("--out") { Description = "Without a mail server, messages are written to \"mail\" in this folder.", HelpName = "DIR", DefaultValueFactory = _ => "out" };

    public static Command Create(CommandContext context)
    {
        var stored = new StoredEditions(context);
        var command = new Command("deliver", "Mail a stored edition to its list, each reader once; or send what is due in the outbox.") { Date, To, DryRun, Resume, RepeatUnknown, Output };
        stored.AddTo(command);
        command.SetAction((parsed, cancellation) => stored.UseAsync(parsed, (configuration, database, entry) => Run(context, stored, parsed, configuration, database, entry, cancellation)));
        return command;
    }

    private static async Task<int> Run(
        CommandContext context,
        StoredEditions stored,
        ParseResult parsed,
        BriefingConfiguration configuration,
        BriefingDatabase database,
        EntryOptions entry,
        CancellationToken cancellation)
    {
        var clock = context.Clock;
        var folder = context.PathOf(parsed.GetRequiredValue(Output));
        try
        {
            await using var desk = new DeliveryService(configuration, database, clock, folder, context.Output, context.Error, context.Variable, context.ShowsProgress);
            if (parsed.GetValue(Date) is not { } reference)
                return parsed.GetValue(To) is not null || parsed.GetValue(DryRun) || parsed.GetValue(Resume) || parsed.GetValue(RepeatUnknown)
                    ? context.Refuse("--to, --dry-run, --resume and --repeat-unknown go with --date")
                    : await desk.SendDue(cancellation);
            var (resume, repeatUnknown) = (parsed.GetValue(Resume), parsed.GetValue(RepeatUnknown));
            if (EditionOf(stored, database, entry, reference, resume || repeatUnknown) is not { } edition || !TryReader(context, database, entry, parsed.GetValue(To), out var only))
                return ExitCode.BadUsage;
            if (parsed.GetValue(DryRun))
                return desk.PrintPlan(entry, edition, only);
            if ((resume || repeatUnknown) && TakeUpAgain(database, entry, edition, resume, repeatUnknown, only, clock.GetCurrentInstant()) is { } fault)
                return context.Refuse(fault);
            return await desk.Send(entry, edition, only, cancellation);
        }
        catch (MailSetupException fault)
        {
            return context.Refuse(fault.Message);
        }
    }

    // What is to be taken up again has been begun: not a later version that nobody has been sent.
    private static EditionRecord? EditionOf(StoredEditions stored, BriefingDatabase database, EntryOptions entry, string reference, bool again) =>
        again && EditionReference.Parse(reference, out _) is { Version: null } day
            && database.Read(session => MailingStore.FindOpen(session, entry.Name, entry.SubscriberList(), day.Date)) is { } open
            ? database.Read(session => EditionStore.Find(session, open))
            : stored.Find(database, entry, reference);

    /// <returns>Why it is not; null where it is.</returns>
    private static string? TakeUpAgain(
        BriefingDatabase database, EntryOptions entry, EditionRecord edition, bool resume, bool repeatUnknown, long? only, Instant now) => database.Write(session =>
    {
        if (MailingStore.Find(session, edition.Id, entry.SubscriberList()) is not { IsFannedOut: true } mailing)
            return $"{edition} has not been mailed, so there is nothing to take up again";
        if (mailing.State == MailingState.Held || (resume && MailingStore.DecisionOn(session, edition.Id) is { Decision: ApprovalDecision.Held }))
            return $"{edition} is held: briefing approve --entry {entry.Name} --date {edition.Date:uuuu-MM-dd}@{edition.Version} lets it go on";
        if (mailing.State == MailingState.Stopped && (only is not null || !resume))
            return $"{edition} is stopped: {mailing.Reason}; --resume without --to goes on with the whole list";
        var deadline = Instant.Max(mailing.Deadline, now + Duration.FromHours(4));
        var opened = OutboxStore.Reopen(session, mailing.Id, expired: resume, held: repeatUnknown, now, deadline, only);
        if (mailing.State == MailingState.Stopped || (opened > 0 && mailing.State == MailingState.Done))
            MailingStore.Start(session, mailing.Id, now, deadline, mailing.Corrects);
        return null;
    });

    // Whoever is not confirmed on the list gets nothing, also when named.
    private static bool TryReader(CommandContext context, BriefingDatabase database, EntryOptions entry, string? address, out long? only)
    {
        only = null;
        if (address is null)
            return true;
        if (!MailAddress.TryParse(address, out var parsed, out var reason))
        {
            context.Refuse($"the address is none: {reason}");
            return false;
        }

        var list = entry.SubscriberList();
        var key = AddressKey.Open(database);
        var record = database.Read(session => new SubscriberStore(session, key).Find(parsed));
        if (record is { State: SubscriberState.Confirmed, Subscriber: { } subscriber } && subscriber.Lists.Contains(list))
        {
            only = record.Id;
            return true;
        }

        var why = record is null ? "is not known" : record.State == SubscriberState.Confirmed ? $"is not on the list \"{list}\"" : $"is {SubscriberWords.Of(record.State)}";
        context.Refuse($"the address {why}, and editions go to confirmed subscribers of their list only; briefing subscribers add takes it in");
        return false;
    }
}
