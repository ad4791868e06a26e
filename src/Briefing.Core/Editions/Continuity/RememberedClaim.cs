using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>A statement as an earlier edition showed it.</summary>
/// <param name="Id">Of the edition that showed it; follows from the wording, so that it may come again.</param>
/// <param name="Story">The lasting id of the story it stood in, also where it stood in an angle.</param>
/// <param name="Place">From 0 in the order of the edition.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Published">The day on which the article it was taken from was published, against which "on Monday" is read; null when that did not say.</param>
/// <param name="Address">Of the article it was taken from, as <see cref="RememberedArticle.Address"/>.</param>
/// <param name="FirstSeen">The day of the first edition that told it, in whatever wording.</param>
public sealed record RememberedClaim(string Id, string Story, int Place, string Text, LocalDate? Published, string Address, LocalDate FirstSeen);
