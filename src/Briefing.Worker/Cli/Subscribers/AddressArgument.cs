using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using Briefing.Core.Subscribers;
using Briefing.Storage.Subscribers;

namespace Briefing.Worker.Cli.Subscribers;

/// <summary>The address that a command is about.</summary>
internal static class AddressArgument
{
    public static Argument<string> Create() => new("address") { Description = "The mail address; capitals make no difference." };

    /// <summary>The subscriber with this address, also an erased one; where there is none, that is told.</summary>
    public static bool TryFind(SubscriberDesk desk, string text, [NotNullWhen(true)] out SubscriberRecord? record)
    {
        record = null;
        if (!MailAddress.TryParse(text, out var address, out var reason))
            desk.Refuse($"the address is none: {reason}");
        else if ((record = desk.Read(store => store.Find(address))) is null)
            desk.Refuse("the address is not known");
        return record is not null;
    }
}
