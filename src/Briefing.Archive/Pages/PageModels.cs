using System.Collections.Immutable;
using Briefing.Archive.Forms;
using Briefing.Core.Subscribers;

namespace Briefing.Archive.Pages;

public sealed record SubscribeModel(SignUp Form, ImmutableArray<FieldFault> Faults);

public sealed record ConfirmModel(string Token, Subscriber Subscriber);

/// <param name="Preferences">A token for the next page.</param>
public sealed record ConfirmedModel(string Preferences);

/// <param name="Unsubscribe">A token for the way out.</param>
/// <param name="Lists">Those to choose from.</param>
/// <param name="IsSaved">Whether these choices have just been kept.</param>
public sealed record PreferencesModel(
    string Token, string Unsubscribe, MailAddress Address, ImmutableArray<SiteList> Lists, Choices Choices, ImmutableArray<FieldFault> Faults, bool IsSaved);

public sealed record UnsubscribeModel(string Token, MailAddress Address);

/// <param name="Return">A token for the way back; null where there is none.</param>
public sealed record UnsubscribedModel(string? Return);
