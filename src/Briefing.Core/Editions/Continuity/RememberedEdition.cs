using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Editions.Continuity;

/// <summary>What is kept of an edition so that later ones can tell what is new: flat, without references, its lists in any order.</summary>
/// <param name="Entry">The schedule entry's name.</param>
/// <param name="Date">The morning it was for.</param>
/// <param name="Stories">Each once, whether it stood at home, as an angle, or both.</param>
/// <param name="Articles">Those that a story told of.</param>
public sealed record RememberedEdition(
    string Entry,
    LocalDate Date,
    int Version,
    ImmutableArray<RememberedStory> Stories,
    ImmutableArray<RememberedClaim> Claims,
    ImmutableArray<RememberedArticle> Articles);
