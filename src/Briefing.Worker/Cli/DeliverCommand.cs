using System.CommandLine;
using Briefing.Core.Deliveries;
using Briefing.Core.Subscribers;
using Briefing.Storage;
using Briefing.Storage.Deliveries;
using Briefing.Storage.Editions;
using Briefing.Storage.Subscribers;
using Briefing.Worker.Configuration;
using Briefing.Worker.Delivering;
using Briefing.Worker.Mailing;
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

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tell what would be sent, and send nothing." };

    private static readonly Option<bool> Resume = new("--resume") { Description = "Go on with a mailing that was stopped or held, and take up again what had expired." };

    private static readonly Option<bool> RepeatUnknown = new("--repeat-unknown") { Description = "Send those again that may or may not have been accepted and were held; somebody may get it twice." };

    private static readonly Option<string> Output = new("--out") { Description = "Without a mail server, messages are written to \"mail\" in this folder.", HelpName = "DIR", DefaultValueFactory = _ => "out" };

    public static Command Create()
    {
        var stored = new StoredEditions();
        var command = new Command("deliver", "Mail a stored edition to its list, each reader once; or send what is due in the outbox.") { Date, To, DryRun, Resume, RepeatUnknown, Output };
        stored.AddTo(command);
        command.SetAction((parsed, cancellation) => stored.UseAsync(parsed, (configuration, database, entry) => Run(parsed, configuration, database, entry, cancellation)));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, BriefingConfiguration configuration, BriefingDatabase database, EntryOptions entry, CancellationToken cancellation)
    {
        var clock = SystemClock.Instance;
        var folder = Path.GetFullPath(parsed.GetRequiredValue(Output));
        try
        {
            await using var desk = new DeliveryDesk(configuration, database, clock, folder, Console.Out, Console.Error);
            if (parsed.GetValue(Date) is not { } reference)
                return parsed.GetValue(To) is not null || parsed.GetValue(DryRun) || parsed.GetValue(Resume) || parsed.GetValue(RepeatUnknown)
                    ? StoredEditions.Refuse("--to, --dry-run, --resume and --repeat-unknown go with --date")
                    : await desk.SendDue(cancellation);
            var (resume, repeatUnknown) = (parsed.GetValue(Resume), parsed.GetValue(RepeatUnknown));
            if (EditionOf(database, entry, reference, resume || repeatUnknown) is not { } edition || !TryReader(database, entry, parsed.GetValue(To), out var only))
                return ExitCode.BadUsage;
            if (parsed.GetValue(DryRun))
                return desk.TellPlan(entry, edition, only);
            if ((resume || repeatUnknown) && TakeUpAgain(database, entry, edition, resume, repeatUnknown, only, clock.GetCurrentInstant()) is { } fault)
                return StoredEditions.Refuse(fault);
            return await desk.Send(entry, edition, only, cancellation);
        }
        catch (MailSetupException fault)
        {
            return StoredEditions.Refuse(fault.Message);
        }
    }

    // What is to be taken up again has been begun: not a later version that nobody has been sent.
    private static EditionRecord? EditionOf(BriefingDatabase database, EntryOptions entry, string reference, bool again) =>
        again && EditionReference.Parse(reference, out _) is { Version: null } day
            && database.Read(session => MailingStore.FindOpen(session, entry.Name, entry.SubscriberList(), day.Date)) is { } open
            ? database.Read(session => EditionStore.Find(session, open))
            : StoredEditions.Find(database, entry, reference);

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
    private static bool TryReader(BriefingDatabase database, EntryOptions entry, string? address, out long? only)
    {
        only = null;
        if (address is null)
            return true;
        if (!MailAddress.TryParse(address, out var parsed, out var reason))
        {
            StoredEditions.Refuse($"the address is none: {reason}");
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
        StoredEditions.Refuse($"the address {why}, and editions go to confirmed subscribers of their list only; briefing subscribers add takes it in");
        return false;
    }
}
