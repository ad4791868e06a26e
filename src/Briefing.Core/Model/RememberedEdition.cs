using System.Collections.Immutable;
using NodaTime;

namespace Briefing.Core.Model;

/// <summary>What is kept of an edition so that later ones can say what is new: flat, without references, its lists in any order.</summary>
/// <param name="Entry">The schedule entry's name.</param>
/// <param name="Date">The morning it was for.</param>
/// <param name="Stories">Each once, whether it stood at home, as an angle, or both.</param>
/// <param name="Articles">Those that a story reported.</param>
public sealed record RememberedEdition(
    string Entry,
    LocalDate Date,
    int Version,
    ImmutableArray<RememberedStory> Stories,
    ImmutableArray<RememberedClaim> Claims,
    ImmutableArray<RememberedArticle> Articles);

/// <param name="Address">The URL; where there is none, the document's name.</param>
/// <param name="Sha256">Of the decoded text of the document it stood in, as UTF-8: another hash at the same address is a changed text.</param>
/// <param name="Story">The lasting id of the story that reported it.</param>
public sealed record RememberedArticle(string Address, string Sha256, string Story);

/// <summary>A statement as an earlier edition showed it.</summary>
/// <param name="Id">Of the edition that showed it; follows from the wording, so that it may come again.</param>
/// <param name="Story">The lasting id of the story it stood in, also where it stood in an angle.</param>
/// <param name="Place">From 0 in the order of the edition.</param>
/// <param name="Text">Verbatim.</param>
/// <param name="Published">The day on which the article it was taken from was published, against which "on Monday" is read; null when that did not say.</param>
/// <param name="Address">Of the article it was taken from, as <see cref="RememberedArticle.Address"/>.</param>
/// <param name="FirstSeen">The day of the first edition that told it, in whatever wording.</param>
public sealed record RememberedClaim(string Id, string Story, int Place, string Text, LocalDate? Published, string Address, LocalDate FirstSeen);

/// <param name="Id">Lasts across days.</param>
public sealed record RememberedStory(string Id, string Headline);
