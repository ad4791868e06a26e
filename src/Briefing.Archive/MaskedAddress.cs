using Briefing.Core.Subscribers;

namespace Briefing.Archive;

/// <summary>An address so that its owner knows it, in the script it was written in, and whoever has been forwarded one of their mails does not learn it.</summary>
internal static class MaskedAddress
{
    public static string Of(MailAddress address) => $"{address.LocalPart.EnumerateRunes().First()}…{address.Given[address.Given.LastIndexOf('@')..]}";
}
