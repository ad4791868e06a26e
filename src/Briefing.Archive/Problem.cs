using System.Collections.Immutable;
using Briefing.Core.Deliveries;
using Microsoft.AspNetCore.Http;

namespace Briefing.Archive;

/// <summary>Why a page is not what somebody came for, and what they can do.</summary>
/// <param name="OffersSignUp">Whether signing up may be the way on; shown where it is open.</param>
public sealed record Problem(int Status, string Title, ImmutableArray<string> Lines, bool OffersSignUp = false)
{
    public static Problem BadLink { get; } = new(
        StatusCodes.Status404NotFound,
        "This link is not known",
        ["It may have been cut or changed on its way: mail programs break long links in two. Please press it in the mail itself, or copy all of it."]);

    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "There is no such page", ["Please check the address."]);

    public static Problem SignUpClosed { get; } = new(
        StatusCodes.Status404NotFound, "Signing up is not open here", ["Those who send the editions add readers themselves. Please write to them."]);

    public static Problem PackGone { get; } = new(
        StatusCodes.Status410Gone, "This pack is no longer kept", ["Packs are kept for a certain time only. Whoever sent you the edition may be able to make it again."]);

    public static Problem NotReading { get; } = new(
        StatusCodes.Status409Conflict,
        "This address gets no editions",
        ["So there is nothing to choose and nothing to stop."],
        OffersSignUp: true);

    public static Problem NotConfirmed { get; } = new(
        StatusCodes.Status409Conflict,
        "This address is not confirmed yet",
        ["Please press the link in the mail that asked you to confirm it; then you can change your choices here."],
        OffersSignUp: true);

    public static Problem TooMany { get; } = new(
        StatusCodes.Status429TooManyRequests, "Too many sign-ups at once", ["Please try again in ten minutes. Nothing of what you filled in was kept."]);

    public static Problem Unavailable { get; } = new(
        StatusCodes.Status503ServiceUnavailable, "This does not work at the moment", ["Nothing was changed. Please try again in a few minutes."]);

    public static Problem Expired(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Confirm => new Problem(
            StatusCodes.Status410Gone,
            "This link is no longer good",
            ["An address must be confirmed within seven days of signing up. Nothing was sent to you meanwhile. Please sign up once more: a new link will come by mail."],
            OffersSignUp: true),
        LinkPurpose.Pack => PackGone,
        _ => new Problem(
            StatusCodes.Status410Gone,
            "This link is no longer good",
            ["It was good for a certain time only. Please press the link in the latest mail."]),
    };

    /// <summary>What a bare status means to a reader.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => new Problem(status, "This page cannot be asked for so", ["Please open it by its link."]),
        StatusCodes.Status413PayloadTooLarge => new Problem(status, "This is too much", ["The form takes less than what was sent."]),
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        >= 500 => new Problem(status, "Something went wrong", ["That is our fault, and it has been noted. Please try again in a few minutes."]),
        _ => new Problem(status, "This cannot be understood", ["What your browser sent is not what this page takes. Please open the page anew and try again."]),
    };
}
