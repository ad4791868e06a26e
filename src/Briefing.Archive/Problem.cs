using System.Collections.Immutable;
using Briefing.Core.Subscribers;
using Microsoft.AspNetCore.Http;

namespace Briefing.Archive;

/// <summary>Why a page is not what somebody came for, and what they can do.</summary>
/// <param name="OffersSignUp">Whether signing up once more may be the way on; where that is not open, writing to the senders is.</param>
public sealed record Problem(int Status, string Title, ImmutableArray<string> Lines, bool OffersSignUp = false)
{
    public static Problem BadLink { get; } = new(
        StatusCodes.Status404NotFound,
        "This link is not known",
        ["It may have been cut or changed on its way: mail programs break long links in two. Please follow it from the mail itself, or copy all of it."]);

    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "There is no such page", ["Please check the address."]);

    public static Problem SignUpClosed { get; } = new(
        StatusCodes.Status404NotFound, "Signing up is not open here", ["Those who send the editions add readers themselves. Please write to them."]);

    public static Problem PackGone { get; } = new(
        StatusCodes.Status410Gone, "This pack is no longer kept", ["Packs are kept for a certain time only. Whoever sent you the edition may be able to make it again."]);

    public static Problem NotReading { get; } = new(
        StatusCodes.Status409Conflict,
        "This address gets no editions",
        ["It was taken off, by its owner or by those who send the editions."],
        OffersSignUp: true);

    public static Problem ReadingAlready { get; } = new(
        StatusCodes.Status409Conflict,
        "This address gets the editions",
        ["So there is nothing to bring back. The links to change your choices and to stop are at the end of every edition."]);

    public static Problem NotConfirmed { get; } = new(
        StatusCodes.Status409Conflict,
        "This address is not confirmed yet",
        ["Please follow the link in the mail that asked you to confirm it; then you can change your choices here."],
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
            ["An address must be confirmed within seven days of signing up. Nothing was sent to you meanwhile."],
            OffersSignUp: true),
        LinkPurpose.Pack => PackGone,
        _ => new Problem(
            StatusCodes.Status410Gone,
            "This link is no longer good",
            ["It was good for a certain time only. Please follow the link in the latest mail."]),
    };

    /// <summary>What a bare status means to a reader.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => new Problem(status, "This page cannot be opened like this", ["Please follow the link in the mail, or go back and press the button there."]),
        StatusCodes.Status413PayloadTooLarge => new Problem(status, "This is too long", ["More was sent than the form takes. Please go back and shorten it."]),
        StatusCodes.Status503ServiceUnavailable => Unavailable,
        >= 500 => new Problem(status, "Something went wrong", ["That is our fault, and it has been noted. Please try again in a few minutes."]),
        _ => new Problem(status, "The form could not be read", ["What your browser sent is not what this page takes. Please open the page again and fill in the form once more."]),
    };
}
