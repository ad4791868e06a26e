using Briefing.Storage.Deliveries;
using NodaTime;

namespace Briefing.Worker.Delivering;

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
