using System.Collections.Immutable;
using Briefing.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace Briefing.Archive.Forms;

/// <summary>The form for signing up as it was filled in, good or not.</summary>
/// <param name="Address">As it was written.</param>
/// <param name="IsTrapped">A field was filled in that nobody sees: no person did that.</param>
public sealed record SignUp(string Address, Choices Choices, bool IsTrapped)
{
    public const string AddressField = "address";
    public const string TrapField = "website";

    public static SignUp New(SiteSettings site) => new("", Choices.ForNew(site), IsTrapped: false);

    public static SignUp Read(IFormCollection form, SiteSettings site) => new(
        form[AddressField].ToString().Trim(), Choices.Read(form, site, site.OpenLists), form[TrapField].ToString().Length > 0);

    /// <summary>In the order of the fields; empty exactly when there is a subscriber.</summary>
    public ImmutableArray<FieldFault> Faults()
    {
        var ofAddress = Address.Length == 0 ? "Please write your email address."
            : MailAddress.TryParse(Address, out _, out var reason) ? null
            : $"This is not an email address: {reason}. An address looks like name@example.org.";
        return [.. ofAddress is null ? Array.Empty<FieldFault>() : [new FieldFault(AddressField, ofAddress)], .. Choices.Faults()];
    }

    /// <exception cref="FormatException">There are faults.</exception>
    public Subscriber ToSubscriber() => Choices.Of(new Subscriber { Address = MailAddress.Parse(Address), Lists = Choices.Lists });
}
