namespace Briefing.Core.Editions.Continuity;

/// <param name="Address">The URL; where there is none, the document's name.</param>
/// <param name="Sha256">Of the decoded text of the document it stood in, as UTF-8: another hash at the same address is a changed text.</param>
/// <param name="Story">The lasting id of the story that told of it.</param>
public sealed record RememberedArticle(string Address, string Sha256, string Story);
