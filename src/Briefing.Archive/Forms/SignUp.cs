using System.Collections.Immutable;
using Briefing.Core.Subscribers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

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

/// <summary>What is wrong with a field, for the person who filled it in.</summary>
/// <param name="Field">Its name and id in the form.</param>
public sealed record FieldFault(string Field, string Text);

/// <summary>Reads what a form sends, in either of HTML's encodings, within narrow limits.</summary>
internal static class FormReader
{
    /// <summary>A body has so many bytes at most.</summary>
    public const int MaxBytes = 16 * 1024;

    private static readonly FormOptions Limits = new()
    {
        BufferBodyLengthLimit = MaxBytes,
        MultipartBodyLengthLimit = MaxBytes,
        MultipartHeadersLengthLimit = 1024,
        ValueCountLimit = 300,
        KeyLengthLimit = 100,
        ValueLengthLimit = 4096,
    };

    /// <exception cref="BadHttpRequestException">It is no form, or no proper one.</exception>
    public static async Task<IFormCollection> Read(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new BadHttpRequestException("This is no form.", StatusCodes.Status415UnsupportedMediaType);
        // The whole body first: with a value that is too long, the pieces in which it arrives would else decide between 400 and 413.
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            context.Request.Body = body;
            // What is not supported is an encoding that the request names.
            return await new FormFeature(context.Request, Limits).ReadFormAsync(context.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException))
        {
            throw new BadHttpRequestException("The form is beyond its limits, or not whole.", StatusCodes.Status400BadRequest, fault);
        }
    }
}

/// <summary>What a person ticked and wrote, good or not.</summary>
/// <param name="Name">As it was written, without white space around it; may be empty.</param>
/// <param name="Lists">Of those that were shown.</param>
/// <param name="Topics">Of those that there are; none: all.</param>
public sealed record Choices(string Name, ImmutableArray<string> Lists, ImmutableArray<string> Topics, bool Pack)
{
    public const string NameField = "name";
    public const string ListField = "list";
    public const string TopicField = "topic";
    public const string PackField = "pack";

    /// <summary>Before anything was chosen.</summary>
    public static Choices ForNew(SiteSettings site) => new("", site.OpenLists.Length == 1 ? [site.OpenLists[0].Name] : [], [], Pack: true);

    public static Choices From(Subscriber subscriber) => new(subscriber.Name ?? "", subscriber.Lists, subscriber.Topics, subscriber.AttachPack);

    /// <param name="shown">The lists that there were to choose from; where it is one only, it was not asked for.</param>
    public static Choices Read(IFormCollection form, SiteSettings site, ImmutableArray<SiteList> shown) => new(
        form[NameField].ToString().Trim(),
        [.. shown.Where(list => shown.Length == 1 || form[ListField].Contains(list.Name)).Select(list => list.Name).Order(StringComparer.Ordinal)],
        [.. site.Topics.Where(topic => form[TopicField].Contains(topic.Id)).Select(topic => topic.Id).Order(StringComparer.Ordinal)],
        form.ContainsKey(PackField));

    public IEnumerable<FieldFault> Faults()
    {
        if (Subscriber.FaultOfName(Name) is { } fault)
            yield return new FieldFault(NameField, $"Please write the name differently: {fault}.");
        if (Lists.IsEmpty)
            yield return new FieldFault(ListField, "Please choose at least one of the editions.");
    }

    public Subscriber Of(Subscriber before) => before with { Name = Name.Length == 0 ? null : Name, Lists = Lists, Topics = Topics, AttachPack = Pack };
}
